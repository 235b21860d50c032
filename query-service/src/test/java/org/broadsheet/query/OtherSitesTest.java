package org.broadsheet.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What other sites and hasty readers meet, as the README's settings set it.
@QuarkusTest
@WithTestResource(FakeElasticsearch.class)
@TestProfile(OtherSitesTest.OneOtherSite.class)
class OtherSitesTest {
    private static final int BURST = 12;

    /// Pages of one other site may read the API; an address may ask it a few times at once.
    public static class OneOtherSite implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "BROADSHEET_CORS",
                    "true",
                    "BROADSHEET_CORS_ORIGINS",
                    "https://a.example",
                    "api.rate.per-second",
                    "1",
                    "api.rate.burst",
                    "" + BURST);
        }
    }

    @Test
    void siteThatIsNamedMayReadTheApiAndNoOther() {
        Response named = given().header("Origin", "https://a.example").get("/q/health/live");
        assertThat(named.header("Access-Control-Allow-Origin")).isEqualTo("https://a.example");
        assertThat(named.header("Access-Control-Expose-Headers")).contains("ETag");
        Response other = given().header("Origin", "https://b.example").get("/q/health/live");
        assertThat(other.header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void siteMayAskForNothingButReading() {
        assertThat(preflight("GET").header("Access-Control-Allow-Methods")).contains("GET");
        assertThat(preflight("DELETE").header("Access-Control-Allow-Methods"))
                .satisfiesAnyOf(
                        methods -> assertThat(methods).isNull(),
                        methods -> assertThat(methods).doesNotContain("DELETE"));
    }

    @Test
    void hastyReaderIsToldToWait() {
        FakeElasticsearch.answers(200, FakeElasticsearch.COUNT);
        List<Response> refused = new ArrayList<>();
        for (int i = 0; i < 4 * BURST; i++) {
            Response answer = given().get("/api/status");
            if (answer.statusCode() == 429) {
                refused.add(answer);
            }
        }

        assertThat(refused).isNotEmpty();
        assertThat(refused.getFirst().contentType()).startsWith(Problem.JSON);
        assertThat(refused.getFirst().header("Retry-After")).isNotBlank();
        // The pages are for people.
        assertThat(given().get("/broadsheet.css").statusCode()).isEqualTo(200);
    }

    private static Response preflight(String method) {
        return given().header("Origin", "https://a.example")
                .header("Access-Control-Request-Method", method)
                .options("/api/search");
    }
}
