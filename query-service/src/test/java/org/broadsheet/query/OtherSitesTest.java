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

/// What other sites, hasty readers and keepers with accounts meet, as the README's settings set it.
@QuarkusTest
@WithTestResource(FakeElasticsearch.class)
@TestProfile(OtherSitesTest.OneOtherSite.class)
class OtherSitesTest {
    private static final int BURST = 12;
    private static final String PROVIDER = "https://accounts.example";

    /// Pages of one other site may read the API; an address may ask it a few times at once.
    public static class OneOtherSite implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    Map.entry("BROADSHEET_CORS", "true"),
                    Map.entry("BROADSHEET_CORS_ORIGINS", "https://a.example"),
                    Map.entry("api.rate.per-second", "1"),
                    Map.entry("api.rate.burst", "" + BURST),
                    Map.entry("desk.sign-in", "true"),
                    Map.entry("quarkus.oidc.auth-server-url", PROVIDER),
                    Map.entry("quarkus.oidc.client-id", "broadsheet-desk"),
                    Map.entry(
                            "quarkus.oidc.credentials.secret", "0123456789abcdef0123456789abcdef"),
                    // Nobody is there: where its pages are is said, not asked.
                    Map.entry("quarkus.oidc.discovery-enabled", "false"),
                    Map.entry("quarkus.oidc.jwks.resolve-early", "false"),
                    Map.entry("quarkus.oidc.jwks-path", "keys"),
                    Map.entry("quarkus.oidc.token-path", "token"),
                    Map.entry("quarkus.oidc.authorization-path", "authorize"),
                    Map.entry("quarkus.oidc.end-session-path", "end"));
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

    @Test
    void keeperIsSentToTheProviderAndBackOverHttpsAlone() {
        Response sent =
                given().redirects()
                        .follow(false)
                        .header("Host", "papers.example")
                        .queryParam("next", "https://b.example")
                        .get("/desk/sign-in");

        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(sent.header("Location"))
                .startsWith(PROVIDER + "/authorize?")
                .contains("response_type=code", "code_challenge_method=S256", "nonce=", "state=")
                .contains("redirect_uri=https%3A%2F%2Fpapers.example%2Fdesk%2Fsign-in&")
                .doesNotContain("b.example");
        assertThat(sent.headers().getValues("Set-Cookie"))
                .hasSize(1)
                .allSatisfy(
                        cookie ->
                                assertThat(cookie)
                                        .contains("Path=/desk", "HTTPOnly", "Secure", "SameSite="));
    }

    @Test
    void whoIsNotSignedInIsOfferedIt() {
        assertThat(given().get("/desk/key?lang=en").asString())
                .contains("href=\"/desk/sign-in?lang=en\"")
                .doesNotContain("sign-out");
        Response forged = given().redirects().follow(false).get("/desk/sign-in?code=a&state=b");
        assertThat(forged.header("Location")).endsWith("/desk/key?wrong=sign-in");
        Response out = given().redirects().follow(false).get("/desk/sign-out");
        assertThat(out.header("Location")).endsWith("/desk/key");
    }

    private static Response preflight(String method) {
        return given().header("Origin", "https://a.example")
                .header("Access-Control-Request-Method", method)
                .options("/api/search");
    }
}
