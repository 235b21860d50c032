package org.broadsheet.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.broadsheet.query.SeedArticles.SeedArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Searches in the real Elasticsearch.
@QuarkusTest
@WithTestResource(RealElasticsearch.class)
class SearchIT {
    /// Query on the left, the hits that must lead on the right, in this order. A row changes only
    /// together with a sentence that says why.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    党建联盟              | 2-1
                    新质生产力            | 4-1
                    "猫冬"                | 4-1
                    “猫冬”                | 4-1
                    寒冬攻坚 加速跑       | 4-1
                    电液转辙机            | 3-1
                    智慧党建 满洲里       | 3-2
                    网络志愿服务          | 3-2
                    政治修养              | 1-3
                    微幸福                | 1-1
                    满盘活                | 1-2
                    担当作为              | 0-2
                    王玉琢                | 3-1
                    巴依斯古楞            | 3-3
                    矿业权                | 4-4
                    碳中和研究院          | 4-5 0-1
                    不动产登记中心窗口    | 1-1
                    党员志愿服务品牌怎么做 | 1-1
                    准格尔旗非公企业党建  | 3-1
                    清华大学碳中和协同创新 | 4-5
                    """)
    void hitsThatMustLead(String query, String leaders) {
        List<String> expected =
                Arrays.stream(leaders.split(" ", -1)).map(id -> "seed-" + id).toList();

        assertThat(ids(query)).startsWith(expected.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void pastedSentenceFindsItsArticleFirst(String id, String sentence) {
        assertThat(ids(sentence)).startsWith(id);
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void misprintInASentenceIsForgiven(String id, String sentence) {
        int middle = sentence.length() / 2;
        String misprinted = sentence.substring(0, middle) + "囧" + sentence.substring(middle + 1);

        assertThat(ids(misprinted)).startsWith(id);
    }

    static Stream<Arguments> sentences() {
        return SeedArticles.all().stream()
                .map(article -> Arguments.of(article.id(), longestSentence(article)));
    }

    private static String longestSentence(SeedArticle article) {
        return Arrays.stream(article.body().split("[。\n]", -1))
                .filter(sentence -> sentence.length() <= 60 && !sentence.contains(" "))
                .reduce("", (a, b) -> b.length() > a.length() ? b : a);
    }

    @Test
    void shortRunDoesNotMatchItsCharactersApart() {
        List<String> apart =
                SeedArticles.all().stream()
                        .filter(a -> a.body().contains("党") && a.body().contains("建"))
                        .filter(a -> !(a.headline() + a.body()).matches("(?s).*党\\P{L}*建.*"))
                        .map(SeedArticle::id)
                        .toList();
        assertThat(apart).isNotEmpty();

        assertThat(ids("党建")).doesNotContainAnyElementsOf(apart);
        assertThat(ids("党 建")).containsAll(apart);
    }

    @Test
    void oneCharacterFindsAllThatHaveIt() {
        List<String> having =
                SeedArticles.all().stream()
                        .filter(a -> (a.headline() + a.body()).contains("牧"))
                        .map(SeedArticle::id)
                        .toList();

        assertThat(ids("牧")).containsExactlyInAnyOrderElementsOf(having);
    }

    @Test
    void whatMatchedIsMarkedToTheCharacter() {
        JsonPath hit = search(Map.of("q", "新质生产力", "limit", "1"));

        assertThat(hit.getList("hits[0].highlights.headline", String.class))
                .containsExactly("寒冬攻坚不“猫冬” <em>新质生产力</em>“加速跑”");
        assertThat(hit.getList("hits[0].highlights.body", String.class))
                .anyMatch(text -> text.contains("为<em>新质生产力</em>发展"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    国家体育总局 | headline | <em>國家體育總局</em>舉辦Ｇ２０峰會
                    國家體育總局 | headline | <em>國家體育總局</em>舉辦Ｇ２０峰會
                    G20          | headline | 國家體育總局舉辦<em>Ｇ２０</em>峰會
                    ｇ２０       | headline | 國家體育總局舉辦<em>Ｇ２０</em>峰會
                    "总局举办"   | headline | 國家體育<em>總局舉辦</em>Ｇ２０峰會
                    数字档案     | body     | <em>數 字 檔 案</em>館開放。
                    nba          | body     | <em>ＮＢＡ</em>球星
                    體育館       | body     | 球星<em>體育館</em>見面
                    馆           | body     | 檔 案<em>館</em>開放
                    """)
    void scriptWidthAndSpacingMakeNoDifferenceAndMarksAreRightToTheCharacter(
            String query, String place, String marked) {
        JsonPath hits = search(Map.of("q", query, "file", "old.txt"));

        assertThat(hits.getList("hits.id")).containsExactly("old-script-01");
        assertThat(hits.getList("hits[0].highlights." + place, String.class))
                .anyMatch(text -> text.contains(marked));
    }

    @Test
    void withdrawnArticleIsNeverFound() {
        assertThat(ids("")).hasSize(SeedArticles.all().size() + 3).doesNotContain("gone-01");
        given().get("/api/articles/gone-01").then().statusCode(404);
        JsonPath status = given().get("/api/status").jsonPath();
        assertThat(status.getLong("documents")).isEqualTo(SeedArticles.all().size() + 3);
        assertThat(status.getLong("withdrawn")).isEqualTo(1);
    }

    @Test
    void withoutATextTheNewestComesFirstThenThePlaceOnThePage() {
        assertThat(ids("").subList(0, 4))
                .containsExactly("courier-1954-03-02-p01-03", "seed-0-1", "seed-0-2", "seed-0-3");
    }

    @ParameterizedTest
    @CsvSource({
        "newspaper,边城日报",
        "newspaper,courier",
        "column,港口新闻",
        "author,王小燕",
        "author,高凯",
        "file,courier/1954-03-02/01.txt",
        "from,1954-03-02",
        "to,1954-03-02"
    })
    void filterNarrows(String name, String value) {
        JsonPath found = search(Map.of(name, value));

        assertThat(found.getList("hits.id", String.class))
                .containsExactly("courier-1954-03-02-p01-03");
    }

    @Test
    void kindNarrowsToTheMinimalDocument() {
        assertThat(search(Map.of("kind", "notice")).getList("hits.id", String.class))
                .containsExactly("page-without-a-date-01");
        given().get("/page-without-a-date-01").then().statusCode(404);
        given().get("/articles/page-without-a-date-01").then().statusCode(200);
    }

    @Test
    void slicesFollowEachOtherAndTheTotalIsExact() {
        List<String> all = ids("党");
        JsonPath second = search(Map.of("q", "党", "offset", "3", "limit", "3"));

        assertThat(second.getLong("total")).isEqualTo(all.size());
        assertThat(second.getList("hits.id", String.class)).isEqualTo(all.subList(3, 6));
    }

    @Test
    void articleIsAnsweredWithItsLines() {
        JsonPath article = given().get("/api/articles/courier-1954-03-02-p01-03").jsonPath();

        assertThat(article.getString("headline")).isEqualTo("港口安静 船只待卸");
        assertThat(article.getList("body.type"))
                .containsExactly("paragraph", "subhead", "paragraph");
        assertThat(article.getList("body[2].lines"))
                .isEqualTo(List.of(List.of(9, 9), List.of(14, 15)));
        assertThat(article.getString("fields.headline.method")).isNotBlank();
        assertThat(article.getList("captions[0].photographers")).isEqualTo(List.of("高凯"));
    }

    @ParameterizedTest
    @MethodSource("oddities")
    void nothingTypedIsAnError(String typed) {
        given().queryParam("q", typed).get("/api/search").then().statusCode(200);
    }

    static Stream<String> oddities() {
        StringBuilder everyCharacter = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            everyCharacter.appendCodePoint(0x4e00 + i * 7);
        }
        return Stream.of(
                everyCharacter.toString(),
                everyCharacter.toString().replaceAll("(.{4})(.)", "$1 "),
                everyCharacter.substring(0, 500).replaceAll("(.)", "$1 ").strip(),
                "body:* OR _exists_:x",
                "\"",
                "\\",
                "{\"match_all\":{}}",
                "\u0000",
                "(((((",
                "a.b.c.d.e.f",
                "😀😀😀",
                "*".repeat(1000));
    }

    private static List<String> ids(String query) {
        return search(Map.of("q", query, "limit", "100")).getList("hits.id", String.class);
    }

    private static JsonPath search(Map<String, String> parameters) {
        return given().queryParams(parameters)
                .get("/api/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
