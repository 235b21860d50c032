package org.broadsheet.index;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/// The service as a whole, through its HTTP doors.
@QuarkusTest
@QuarkusTestResource(TestStackNames.class)
class ServiceIT {

    @Test
    void waitsForTheTopicAndThenIndexes() throws IOException {
        String run = ConfigProvider.getConfig().getValue(TestStackNames.RUN, String.class);
        TestStack stack = new TestStack(run);
        soon().untilAsserted(() -> assertNotReady("kafka", "does not exist yet"));
        assertNotReady("index", "does not exist");
        assertNotReady("indexer", "does not exist yet");
        get("/q/health/live").then().statusCode(200);

        stack.createArticleTopic();
        stack.publish("a", Examples.stored("a", 1, "harbour"));

        soon().untilAsserted(() -> get("/q/health/ready").then().statusCode(200));
        soon().untilAsserted(
                        () ->
                                get("/api/status")
                                        .then()
                                        .statusCode(200)
                                        .body("applied", equalTo(1))
                                        .body("stale", equalTo(0))
                                        .body("dead", equalTo(0))
                                        .body("lag", equalTo(0))
                                        .body("index", equalTo(stack.index()))
                                        .body("documents", equalTo(1)));
        get("/q/metrics").then().body(containsString("broadsheet_index_applied_total 1.0"));
        soon().untilAsserted(() -> assertSearchable("{\"ids\": [\"a\", \"b\"]}", "[a]"));
        assertSearchable("{\"ids\": [\"b\"]}", "[]");
        given().contentType("application/json")
                .body("{}")
                .post("/api/ledger")
                .then()
                .statusCode(400)
                .body("detail", containsString("up to 1000 ids"));

        stack.delete("/" + stack.index());
        soon().untilAsserted(() -> assertNotReady("index", "does not exist"));
        get("/q/health/live").then().statusCode(200);
    }

    @Test
    void describesItself() {
        get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("info.title", equalTo("Broadsheet index-service"))
                .body("paths.'/api/status'.get.summary", containsString("lag"));
        get("/q/swagger-ui/").then().statusCode(200);
    }

    private static void assertSearchable(String question, String ids) {
        String found =
                given().contentType("application/json")
                        .body(question)
                        .post("/api/ledger")
                        .jsonPath()
                        .getString("articles.id");
        assertThat(found).isEqualTo(ids);
    }

    private static void assertNotReady(String check, String reason) {
        get("/q/health/ready")
                .then()
                .statusCode(503)
                .body(
                        "checks.find { it.name == '%s' }.data.reason".formatted(check),
                        containsString(reason));
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30));
    }
}
