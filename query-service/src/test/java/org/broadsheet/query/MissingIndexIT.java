package org.broadsheet.query;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The real Elasticsearch before index-service has made the index.
@QuarkusTest
@TestProfile(MissingIndexIT.NoIndex.class)
class MissingIndexIT {
    @ParameterizedTest
    @ValueSource(strings = {"/api/search?q=x", "/api/articles/x", "/api/status"})
    void isAnOutageNotAnEmptyAnswer(String address) {
        given().get(address)
                .then()
                .statusCode(503)
                .contentType(Problem.JSON)
                .body("detail", containsString("does not exist"));
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.data.away", hasItem("index"));
    }

    public static class NoIndex implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.elasticsearch.hosts",
                    RealElasticsearch.host(),
                    "search.alias",
                    "no-such-articles");
        }
    }
}
