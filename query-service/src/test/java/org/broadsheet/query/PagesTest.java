package org.broadsheet.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(FakeElasticsearch.class)
class PagesTest {
    private static final String HOSTILE = "\"<script>alert(1)</script>\"";
    private static final String NOTHING =
            """
            {"took":1,"timed_out":false,"_shards":{"total":1,"successful":1,"failed":0},
             "hits":{"total":{"value":0,"relation":"eq"},"max_score":null,"hits":[]},
             "aggregations":%s}
            """
                    .formatted(FakeElasticsearch.noCounts("0"));

    @BeforeEach
    void serviceIsWarm() {
        FakeElasticsearch.hasAnsweredOnce();
    }

    @Test
    void textFromFilesIsShownAsText() {
        FakeElasticsearch.answers(200, FakeElasticsearch.ONE_HIT.formatted(1, HOSTILE));

        String page = page("/?q=%22%3E%3Cscript%3E", 200).asString();

        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("&lt;i&gt;记者&lt;/i&gt;")
                .contains("&lt;b&gt;<em>码头</em>仍然停着。")
                .doesNotContain("<script>")
                .doesNotContain("<i>");
    }

    @ParameterizedTest
    @CsvSource({"/,200", "/?limit=x,400", "/nothing,404", "/broadsheet.css,200"})
    void everyAnswerForbidsWhatThePagesDoNotNeed(String address, int status) {
        FakeElasticsearch.answers(200, NOTHING);

        Response answer = page(address, status);

        assertThat(answer.header("Content-Security-Policy"))
                .isEqualTo(
                        "default-src 'none'; script-src 'self'; connect-src 'self';"
                                + " style-src 'self'; img-src 'self';"
                                + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
    }

    @Test
    void missingHeadlineIsSaidToBeMissing() {
        FakeElasticsearch.answers(200, FakeElasticsearch.ONE_HIT.formatted(1, "null"));

        assertThat(page("/?q=码头", 200).asString()).contains("报上未见标题").contains("图片");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "-  | -                    | zh-CN",
                "-  | en-US,en;q=0.9       | en",
                "-  | fr, zh-TW;q=0.8      | zh-CN",
                "-  | ;;;                  | zh-CN",
                "zh | en                   | zh-CN",
                "en | zh                   | en",
                "xx | en                   | en"
            })
    void languageIsTheOneAskedForElseTheBrowsers(String asked, String accepted, String tag) {
        FakeElasticsearch.answers(200, NOTHING);

        Response answer =
                given().header("Accept-Language", accepted == null ? "" : accepted)
                        .get(asked == null ? "/?q=x" : "/?q=x&lang=" + asked);

        assertThat(answer.asString()).contains("<html lang=\"" + tag + "\">");
    }

    @Test
    void chosenLanguageIsCarriedOn() {
        FakeElasticsearch.answers(200, FakeElasticsearch.TWO_HITS.formatted(50, "null", "null"));

        String page = page("/?q=码头&lang=en&limit=1&author=李明", 200).asString();

        assertThat(page)
                .contains("href=\"/articles/a-01?lang=en\"")
                .contains("name=\"lang\" value=\"en\"")
                .contains(
                        "href=\"/?q=%E7%A0%81%E5%A4%B4&amp;author=%E6%9D%8E%E6%98%8E"
                                + "&amp;limit=1&amp;cursor=")
                .contains("No headline in print");
    }

    @Test
    void emptyAnswerHelps() {
        FakeElasticsearch.answers(200, NOTHING);

        assertThat(page("/?q=基层党建品牌&author=李明", 200).asString())
                .contains("没有找到“基层党建品牌”")
                .contains("基层 党建 品牌")
                .contains("去掉限定");
    }

    @Test
    void outageIsNotAnEmptyPage() {
        FakeElasticsearch.hangsUp();

        assertThat(page("/?q=码头&author=李明", 503).asString())
                .contains("检索暂时不能用")
                .contains("value=\"码头\"")
                .contains("href=\"/?author=%E6%9D%8E%E6%98%8E&amp;q=%E7%A0%81%E5%A4%B4\"")
                .doesNotContain("没有找到");
        assertThat(page("/articles/a-01", 503).contentType()).startsWith("text/html");
    }

    @Test
    void articlePageShowsThePrintAndTheEvidence() {
        FakeElasticsearch.answers(200, FakeElasticsearch.ONE_HIT.formatted(1, HOSTILE));
        FakeElasticsearch.holds(
                """
                {"_index":"articles-1","_id":"a-01","found":true,"_source":
                 {"id":"a-01","revision":1,"withdrawn":false,"kind":"article","file":"<b>&.txt",
                  "authors":["李明"],"byline":[{"name":"李明","role":"本报记者"}],
                  "body":"码头仍然停着。","parts":[{"type":"paragraph",
                  "text":"码头仍然停着。","lines":[[5,6]]}],"captions":[],
                  "fields":{"byline":{"lines":[[3,3]],"confidence":0.99,
                  "method":"byline mark"}},"lines":[[3,6]]}}
                """);

        assertThat(page("/articles/a-01", 200).asString())
                .contains("<p>码头仍然停着。</p>")
                .contains("以首句代标题")
                .contains("&lt;b&gt;&amp;.txt")
                .contains("byline mark")
                .contains("99%")
                .contains("3–6")
                .contains("<p class=\"citation\" lang=\"zh-CN\">李明. 码头仍然停着")
                .contains("相似文章")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void permanentAddressHasTheHostThatWasAsked() {
        FakeElasticsearch.answers(200, FakeElasticsearch.ONE_HIT.formatted(1, "null"));
        FakeElasticsearch.holds(
                """
                {"_index":"articles-1","_id":"渡口-01","found":true,"_source":
                 {"id":"渡口-01","revision":1,"withdrawn":false,"file":"a.txt","parts":[],"lines":[]}}
                """);

        String page =
                given().header("Host", "papers.example")
                        .get("/articles/渡口-01")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();

        assertThat(page)
                .contains(">http://papers.example/articles/渡口-01</a>")
                .contains(
                        "<link rel=\"canonical\""
                                + " href=\"http://papers.example/articles/%E6%B8%A1%E5%8F%A3-01\">");
        int status = given().header("Host", "a\"><b>").get("/articles/渡口-01").statusCode();
        assertThat(status).isEqualTo(400);
    }

    @Test
    void pageStandsWithoutTheArchive() {
        FakeElasticsearch.answers(200, FakeElasticsearch.ONE_HIT.formatted(1, "null"));
        FakeElasticsearch.holds(
                """
                {"_index":"articles-1","_id":"a-01","found":true,"_source":
                 {"id":"a-01","revision":1,"withdrawn":false,"file":"a.txt","pageId":"a",
                  "body":"码头仍然停着。","parts":[{"type":"paragraph",
                  "text":"码头仍然停着。","lines":[[5,6]]}],"lines":[[5,6]]}}
                """);

        assertThat(page("/articles/a-01/rebuilt", 200).asString())
                .contains("码头仍然停着。")
                .contains("文件库暂时没有回答");
        assertThat(page("/pages/a", 502).asString()).contains("文件库暂时不能用");
        assertThat(page("/tray", 502).contentType()).startsWith("text/html");
    }

    @Test
    void signInIsNotThereUnlessItIsSetUp() {
        page("/desk/sign-in", 404);
        page("/desk/sign-out", 404);
        assertThat(page("/desk/key", 200).asString()).doesNotContain("sign-in");
    }

    @Test
    void nothingIsDoneAtTheDeskWithoutAKeyOrForAnotherSite() {
        Response keyless =
                given().redirects().follow(false).formParam("file", "1").post("/desk/files");
        Response foreign =
                given().redirects()
                        .follow(false)
                        .cookie("broadsheet-key", "some-key-or-other")
                        .header("Origin", "http://elsewhere.example")
                        .formParam("file", "1")
                        .post("/desk/files");

        assertThat(keyless.statusCode()).isEqualTo(303);
        assertThat(keyless.header("Location")).endsWith("/desk/key");
        assertThat(foreign.header("Location")).endsWith("/desk/key");
    }

    @Test
    void uploadThatIsTooLargeIsRefusedInWords() {
        Response answer =
                given().contentType("multipart/form-data; boundary=x")
                        .body(new byte[67 << 20])
                        .post("/desk/uploads?lang=zh");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.contentType()).startsWith("text/html");
        assertThat(answer.asString()).contains("超过 66 MB").contains("<html lang=\"zh-CN\">");
    }

    @Test
    void addressOfNoDayIsSaidToBeNone() {
        assertThat(page("/newspapers/courier?year=x", 400).asString()).contains("year");
        assertThat(page("/newspapers/courier/someday", 400).asString()).contains("date");
        assertThat(page("/newspapers/courier/1954-03-02/x", 400).asString()).contains("page");
    }

    private static Response page(String address, int status) {
        return given().get(address).then().statusCode(status).extract().response();
    }
}
