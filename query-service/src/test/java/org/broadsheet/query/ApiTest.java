package org.broadsheet.query;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(FakeElasticsearch.class)
class ApiTest {
    @BeforeEach
    void serviceIsWarm() {
        FakeElasticsearch.hasAnsweredOnce();
    }

    @Test
    void hitSaysWhatIsKnownOfTheArticle() {
        FakeElasticsearch.answers(200, FakeElasticsearch.ONE_HIT.formatted(41, "null"));

        get("/api/search?q=码头&limit=1")
                .statusCode(200)
                .body("query", equalTo("码头"))
                .body("total", equalTo(41))
                .body("limit", equalTo(1))
                .body("hits[0].id", equalTo("a-01"))
                .body("hits[0].kind", equalTo("photo"))
                .body("hits[0].headline", nullValue())
                .body("hits[0].standIn", equalTo("码头仍然停着。"))
                .body("hits[0].byline[0].name", equalTo("李明"))
                .body("hits[0].title", equalTo("边城日报"))
                .body("hits[0].date", equalTo("1954-03-02"))
                .body("hits[0].highlights.body[0]", equalTo("&lt;b&gt;<em>码头</em>仍然停着。"));
    }

    @Test
    void printedHeadlineNeedsNoStandIn() {
        FakeElasticsearch.answers(200, FakeElasticsearch.ONE_HIT.formatted(1, "\"港口\""));

        get("/api/search?q=码头")
                .body("hits[0].headline", equalTo("港口"))
                .body(not(containsString("standIn")));
    }

    @ParameterizedTest
    @CsvSource({"limit,101", "offset,9901", "from,yesterday", "kind,advert", "sort,best"})
    void badParameterIsNamed(String name, String value) {
        get("/api/search?" + name + "=" + value)
                .statusCode(400)
                .contentType(Problem.JSON)
                .body("status", equalTo(400))
                .body("type", equalTo("about:blank"))
                .body("title", equalTo("Bad Request"))
                .body("parameter", equalTo(name))
                .body("detail", containsString("Give "));
    }

    @Test
    void otherSitesMayNotReadTheApiUnlessTheyAreNamed() {
        FakeElasticsearch.answers(200, FakeElasticsearch.COUNT);
        given().header("Origin", "https://a.example")
                .get("/api/status")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void unknownAndWithdrawnArticlesAreNotFound() {
        FakeElasticsearch.answers(
                404, "{\"_index\":\"articles-1\",\"_id\":\"a-02\",\"found\":false}");
        get("/api/articles/a-02").statusCode(404).contentType(Problem.JSON);

        FakeElasticsearch.answers(200, FakeElasticsearch.COUNT);
        FakeElasticsearch.holds(
                """
                {"_index":"articles-1","_id":"a-01","found":true,
                 "_source":{"id":"a-01","revision":3,"withdrawn":true}}
                """);
        get("/api/articles/a-01").statusCode(404).body("detail", containsString("withdrawn"));
    }

    @Test
    void unknownAddressIsAProblemToo() {
        get("/api/nothing").statusCode(404).contentType(Problem.JSON);
        given().when().delete("/api/search").then().statusCode(405).contentType(Problem.JSON);
    }

    @Test
    void statusCountsDocuments() {
        FakeElasticsearch.answers(200, FakeElasticsearch.COUNT);

        get("/api/status").statusCode(200).body("documents", equalTo(7));
    }

    @Test
    void missingIndexIsAnOutageAndNamed() {
        FakeElasticsearch.answers(
                404,
                """
                {"error":{"type":"index_not_found_exception","reason":"no such index [articles]",
                 "root_cause":[]},"status":404}
                """);

        isProblem(503, "does not exist");
        get("/api/articles/a-01").statusCode(503);
        get("/q/health/ready").statusCode(503).body("checks.data.away", hasItem("index"));
    }

    @Test
    void partialAnswersAreOutages() {
        FakeElasticsearch.answers(
                200,
                FakeElasticsearch.ONE_HIT
                        .formatted(1, "null")
                        .replace("\"failed\":0", "\"failed\":1"));
        isProblem(503, "part of the index");

        FakeElasticsearch.answers(
                200,
                FakeElasticsearch.ONE_HIT
                        .formatted(1, "null")
                        .replace("\"timed_out\":false", "\"timed_out\":true"));
        isProblem(504, "in time");
    }

    @Test
    void silentServerIsGivenUpAtTheDeadline() {
        FakeElasticsearch.isSilent();

        isProblem(504, "in time");
        get("/q/health/ready").statusCode(503).body("checks.data.away", hasItem("elasticsearch"));
    }

    @Test
    void questionsThatMakeOneAnswerShareItsDeadline() {
        FakeElasticsearch.answers(200, FakeElasticsearch.ONE_HIT.formatted(1, "null"));
        FakeElasticsearch.holds(
                """
                {"_index":"articles-1","_id":"a-01","found":true,
                 "_source":{"id":"a-01","revision":3,"withdrawn":false,"body":"码头仍然停着。"}}
                """);
        get("/api/articles/a-01/similar").statusCode(200);
        // Each answer comes in time, both together do not.
        FakeElasticsearch.takes(Duration.ofMillis(2_200));
        try {
            get("/api/articles/a-01").statusCode(200);
            get("/api/articles/a-01/similar").statusCode(504).contentType(Problem.JSON);
        } finally {
            FakeElasticsearch.takes(Duration.ZERO);
        }
    }

    @Test
    void answersArePackedForWhoAsksForIt() {
        FakeElasticsearch.answers(200, FakeElasticsearch.ONE_HIT.formatted(1, "null"));
        for (String address :
                List.of("/api/search?q=码头", "/api/feeds/json?q=码头", "/api/feeds/atom?q=码头")) {
            given().header("Accept-Encoding", "gzip")
                    .get(address)
                    .then()
                    .header("Content-Encoding", equalTo("gzip"));
        }
    }

    @Test
    void brokenConnectionAndRefusalAreOutages() {
        FakeElasticsearch.hangsUp();
        isProblem(503, "cannot be reached");

        FakeElasticsearch.answers(
                429,
                """
                {"error":{"type":"es_rejected_execution_exception","reason":"full",
                 "root_cause":[]},"status":429}
                """);
        isProblem(503, "refuses");
    }

    @Test
    void searchesAreCountedByOutcome() {
        FakeElasticsearch.answers(200, FakeElasticsearch.ONE_HIT.formatted(1, "null"));
        get("/api/search?q=码头").statusCode(200);

        get("/q/metrics")
                .body(containsString("broadsheet_search_seconds_count{outcome=\"found\"}"));
    }

    private static void isProblem(int status, String detail) {
        get("/api/search?q=码头")
                .statusCode(status)
                .contentType(Problem.JSON)
                .header("Retry-After", equalTo("5"))
                .body("detail", containsString(detail));
    }

    private static ValidatableResponse get(String address) {
        return given().when().get(address).then();
    }
}
