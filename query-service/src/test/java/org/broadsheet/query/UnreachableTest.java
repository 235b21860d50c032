package org.broadsheet.query;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing listens where Elasticsearch and the provider of keepers' accounts should be: the service
/// starts all the same.
@QuarkusTest
@TestProfile(UnreachableTest.NoServer.class)
class UnreachableTest {
    @ParameterizedTest
    @ValueSource(strings = {"/api/search?q=x", "/api/articles/x", "/api/status"})
    void isAnOutageNotAnEmptyAnswer(String address) {
        given().get(address).then().statusCode(503).contentType(Problem.JSON);
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.data.away", hasItem("elasticsearch"));
    }

    @Test
    void keeperIsToldThatNobodyCanSignInAndMayGiveAKey() {
        given().redirects()
                .follow(false)
                .get("/desk/sign-in")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/desk/key?wrong=sign-in"));
        given().get("/desk/key?wrong=sign-in").then().statusCode(200);
    }

    public static class NoServer implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            // The discard port: no one answers there.
            return Map.of(
                    "quarkus.elasticsearch.hosts",
                    "127.0.0.1:9",
                    "desk.sign-in",
                    "true",
                    "quarkus.oidc.auth-server-url",
                    "http://127.0.0.1:9",
                    "quarkus.oidc.client-id",
                    "broadsheet-desk",
                    "quarkus.oidc.credentials.secret",
                    "0123456789abcdef0123456789abcdef");
        }
    }
}
