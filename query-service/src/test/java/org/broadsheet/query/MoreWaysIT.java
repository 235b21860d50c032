package org.broadsheet.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The query language, the counts and every other way into the archive, in the real Elasticsearch.
@QuarkusTest
@WithTestResource(RealElasticsearch.class)
class MoreWaysIT {
    private static final String EXAMPLE = "courier-1954-03-02-p01-03";
    private static final String HERON =
            """
            {"id":"ID","revision":1,"withdrawn":false,"kind":"article","file":"heron.txt",
             "pageId":"heron","position":1,"authors":[],"byline":[],"reprintKey":"ID",
             "headline":"鹭鸟栖息地","body":"滩涂上的鹭鸟回来了。"}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    港口 船只
                    港口 OR 没有这个词
                    （港口 ＯＲ 飞船） －飞船
                    "港口安静"
                    标题:港口
                    headline：港口
                    正文:吊车
                    作者:李明
                    作者:王*
                    作者:李
                    作者:王小雁~
                    栏目:港口新闻
                    来源:人民日报
                    报纸:边城
                    newspaper:courier
                    日期:1954-03-02
                    日期:1953..1954-03
                    版:1 日期:1954
                    版:要闻
                    港*船只
                    吊车今夫仍然~
                    "码头 今天"~4
                    港口 -飞船
                    """)
    void queryLanguageFinds(String query) {
        assertThat(ids(query)).contains(EXAMPLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "港口 -船只",
                "NOT 港口",
                "标题:吊车",
                "正文:港口安静",
                "日期:1955..",
                "版:2",
                "\"港口船只\"",
                "港口 飞船"
            })
    void queryLanguageLeavesOut(String query) {
        assertThat(ids(query)).doesNotContain(EXAMPLE);
    }

    @Test
    void answerSaysHowTheQueryWasReadInTheReadersLanguage() {
        JsonPath answer =
                given().queryParam("q", "港口 日期:昨天 \"")
                        .header("Accept-Language", "zh-CN")
                        .get("/api/search")
                        .jsonPath();

        assertThat(answer.getString("readAs")).isEqualTo("港口 昨天");
        assertThat(answer.getList("notUnderstood.text", String.class)).contains("昨天");
        assertThat(answer.getString("notUnderstood[1].reason")).contains("看不懂这个日期");
    }

    @Test
    void countOfAValueIsWhatChoosingItFinds() {
        JsonPath all = search("q", "党", "facets", "all", "facet-size", "50");
        for (String facet : List.of("file", "author", "kind")) {
            List<String> values = all.getList("facets." + facet + ".values.value");
            List<Integer> counts = all.getList("facets." + facet + ".values.count");
            for (int i = 0; i < values.size(); i++) {
                JsonPath chosen = search("q", "党", facet, values.get(i));
                assertThat(chosen.getInt("total")).as(values.get(i)).isEqualTo(counts.get(i));
                assertThat(chosen.getInt("facets." + facet + ".values[0].count"))
                        .isEqualTo(counts.get(i));
            }
        }
    }

    @Test
    void severalValuesAreAnyOfThemAndExclusionLeavesOut() {
        List<String> files = search("facets", "file").getList("facets.file.values.value");
        int first = search("file", files.get(0)).getInt("total");
        int second = search("file", files.get(1)).getInt("total");
        int all = search("facets", "none").getInt("total");

        assertThat(search("file", files.get(0), "file", files.get(1)).getInt("total"))
                .isEqualTo(first + second);
        assertThat(search("not-file", files.get(0)).getInt("total")).isEqualTo(all - first);
        assertThat(search("file", files.get(0)).getList("facets.file.values.value"))
                .hasSizeGreaterThan(1);
    }

    @Test
    void timelineHoldsEveryHit() {
        JsonPath answer = search("q", "");
        int dated =
                answer.getList("timeline.spans.count", Integer.class).stream()
                        .mapToInt(n -> n)
                        .sum();

        assertThat(dated + answer.getInt("timeline.undated")).isEqualTo(answer.getInt("total"));
        // They lie within a season.
        assertThat(answer.getString("timeline.unit")).isEqualTo("day");
    }

    @ParameterizedTest
    @CsvSource({"党健联盟,党建联盟", "党建联萌,党建联盟", "新质生产里,新质生产力"})
    void slipIsRecognised(String typed, String meant) {
        assertThat(search("q", '"' + typed + '"').getList("didYouMean", String.class))
                .contains('"' + meant + '"');
    }

    /// As in an archive whose first issues are dropped after the first question.
    @Test
    void slipIsRecognisedAsSoonAsTheArchiveKnowsTheWord() {
        assertThat(search("q", "\"鹭鸟栖息滴\"").getList("didYouMean")).isEmpty();
        List<String> ids = IntStream.range(0, 20).mapToObj(n -> "heron-" + n).toList();
        try {
            for (String id : ids) {
                index("PUT", "/_doc/" + id + "?refresh=true", HERON.replace("ID", id));
            }
            assertThat(search("q", "\"鹭鸟栖息滴\"").getList("didYouMean", String.class))
                    .contains("\"鹭鸟栖息地\"");
        } finally {
            ids.forEach(id -> index("DELETE", "/_doc/" + id + "?refresh=true", ""));
        }
    }

    private static void index(String method, String path, String body) {
        String alias = ConfigProvider.getConfig().getValue("search.alias", String.class);
        given().contentType("application/json")
                .body(body)
                .request(method, "http://" + RealElasticsearch.host() + "/" + alias + path)
                .then()
                .statusCode(lessThan(300));
    }

    @ParameterizedTest
    @ValueSource(strings = {"港口", "gangkou", "gk"})
    void typingIsCompleted(String typed) {
        JsonPath answer = given().queryParam("q", typed).get("/api/suggest").jsonPath();

        assertThat(answer.getList("suggestions.text", String.class)).contains("港口新闻");
    }

    @Test
    void exportHoldsEveryHit() throws IOException {
        int total = search("q", "党").getInt("total");

        String csv = export("csv").asString();
        assertThat(csv).startsWith("\uFEFFid,kind,newspaper,date");
        assertThat(export("ndjson").asString().lines()).hasSize(total);
        assertThat(export("bibtex").asString().split("@article", -1)).hasSize(total + 1);
        assertThat(export("ris").asString().split("ER {2}-", -1)).hasSize(total + 1);
        int entries = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(export("zip").asByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).contains("党");
                entries++;
            }
        }
        assertThat(entries).isEqualTo(total);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "ndjson", "bibtex", "ris", "zip"})
    void headersOfAnExportAreTheExportsAndCostNone(String format) {
        Response whole = export(format);
        int before = openSnapshots();
        // More than may run at the same time.
        for (int i = 0; i < 6; i++) {
            Response headers =
                    given().queryParam("q", "党").queryParam("format", format).head("/api/export");

            assertThat(headers.statusCode()).isEqualTo(200);
            assertThat(headers.asByteArray()).isEmpty();
            for (String name : List.of("Content-Type", "Content-Disposition", "Cache-Control")) {
                assertThat(headers.header(name)).as(name).isNotNull().isEqualTo(whole.header(name));
            }
        }
        assertThat(openSnapshots()).isLessThanOrEqualTo(before);
        assertThat(export(format).asByteArray()).isNotEmpty();
    }

    @Test
    void headersOfAnExportThatCannotBeAreItsFailure() {
        given().queryParam("format", "pdf").head("/api/export").then().statusCode(400);
        given().queryParam("from", "yesterday").head("/api/export").then().statusCode(400);
    }

    /// How many snapshots of the index Elasticsearch keeps.
    private static int openSnapshots() {
        String alias = ConfigProvider.getConfig().getValue("search.alias", String.class);
        return given().get("http://" + RealElasticsearch.host() + "/" + alias + "/_stats/search")
                .jsonPath()
                .getInt("_all.total.search.open_contexts");
    }

    @Test
    void photographersAreAuthorsEverywhere() {
        for (String query : List.of("高凯", "作者:高凯", "author:高*")) {
            assertThat(ids(query)).as(query).contains(EXAMPLE);
        }
        assertThat(search("author", "高凯").getInt("facets.author.values[0].count")).isEqualTo(1);
        assertThat(
                        given().queryParam("q", "gk")
                                .get("/api/suggest")
                                .jsonPath()
                                .getList("suggestions.text", String.class))
                .contains("高凯");
    }

    @Test
    void whatHasNoValueCanBeAskedForAndLeftOut() {
        int all = search("facets", "none").getInt("total");
        for (String facet : List.of("newspaper", "year", "month", "column", "page", "source")) {
            JsonPath without = search(facet, "-");
            assertThat(without.getInt("total"))
                    .as(facet)
                    .isPositive()
                    .isEqualTo(without.getInt("facets." + facet + ".missing"));
            assertThat(search("not-" + facet, "-").getInt("total"))
                    .as(facet)
                    .isPositive()
                    .isEqualTo(all - without.getInt("total"));
        }
    }

    @Test
    void feedsTellTheNewestOnceUnlessTheyHaveChanged() {
        Response atom = given().queryParam("q", "港口").get("/api/feeds/atom");
        assertThat(atom.xmlPath().getString("feed.entry[0].title")).isEqualTo("港口安静 船只待卸");
        given().queryParam("q", "港口")
                .header("If-None-Match", atom.header("ETag"))
                .get("/api/feeds/atom")
                .then()
                .statusCode(304);
        JsonPath json = given().queryParam("q", "港口").get("/api/feeds/json").jsonPath();
        assertThat(json.getString("items[0].url")).endsWith("/articles/" + EXAMPLE);
    }

    @Test
    void articleIsCitedAndKnowsItsLike() {
        Response article = given().get("/api/articles/" + EXAMPLE);
        assertThat(article.jsonPath().getString("citation.gbt7714"))
                .isEqualTo("李明, 王小燕. 港口安静 船只待卸[N]. 边城日报, 1954-03-02(1).");
        given().header("If-None-Match", article.header("ETag"))
                .get("/api/articles/" + EXAMPLE)
                .then()
                .statusCode(304);
        List<String> similar =
                given().get("/api/articles/seed-3-1/similar").jsonPath().getList("id");
        assertThat(similar).isNotEmpty().doesNotContain("seed-3-1");
    }

    @Test
    void issuesAreLeafedThrough() {
        JsonPath newspapers = given().get("/api/issues").jsonPath();
        assertThat(newspapers.getString("find { it.key == 'courier' }.name")).isEqualTo("边城日报");
        JsonPath calendar = given().get("/api/issues/courier").jsonPath();
        assertThat(calendar.getInt("year")).isEqualTo(1954);
        assertThat(calendar.getString("issues[0].date")).isEqualTo("1954-03-02");
        JsonPath issue = given().get("/api/issues/courier/1954-03-02").jsonPath();
        assertThat(issue.getString("pages[0].articles[0].id")).isEqualTo(EXAMPLE);
        given().get("/api/issues/courier/1954-03-02/1").then().statusCode(200);
        given().get("/api/issues/courier/1954-03-02/2").then().statusCode(404);
        given().get("/api/issues/courier/1954-03-03").then().statusCode(404);
        given().get("/api/issues/courier/yesterday").then().statusCode(400);
    }

    private static Response export(String format) {
        return given().queryParam("q", "党")
                .queryParam("format", format)
                .get("/api/export")
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private static List<String> ids(String query) {
        return search("q", query, "limit", "100").getList("hits.id");
    }

    private static JsonPath search(String... parameters) {
        var request = given();
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/api/search").then().statusCode(200).extract().jsonPath();
    }
}
