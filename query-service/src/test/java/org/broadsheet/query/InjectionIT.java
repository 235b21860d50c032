package org.broadsheet.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a parameter holds is never more than a value: every parameter of every operation, as the
/// OpenAPI document lists them, is tried with what would break out of JSON, of a query, of an
/// address, of a header or of a page.
@QuarkusTest
@WithTestResource(RealElasticsearch.class)
class InjectionIT {
    private static final List<String> ATTACKS =
            List.of(
                    "\"}},{\"match_all\":{}}",
                    "x\" OR _exists_:id OR \"",
                    "') OR ('1'='1",
                    "../../_cluster/settings",
                    "..%2F..%2F_all",
                    "_all/_search?q=*",
                    "x\r\nX-Injected: 1",
                    "<script>alert(1)</script>",
                    "\"><img src=x onerror=alert(1)>",
                    "{msg:site_name}{{7*7}}${7*7}#{7*7}",
                    "${jndi:ldap://127.0.0.1/x}",
                    "\u0000",
                    "a\u202Eb\uFFFF");

    /// Values of these are names: no attack is the name of anything.
    private static final Set<String> NAMES =
            Set.of("newspaper", "column", "author", "person", "place", "org", "source", "file");

    @Test
    void everyParameterIsAValueAndNoMore() {
        long before = documents();
        List<String> broken = new ArrayList<>();
        int tried = 0;
        for (ApiOperation operation : ApiOperation.all()) {
            for (String parameter : operation.parameters()) {
                for (String attack : ATTACKS) {
                    tried++;
                    Map<String, String> values = new HashMap<>(Map.of("q", "港口"));
                    values.put(parameter, attack);
                    Response answer = operation.ask(values);
                    String what = operation.path() + " " + parameter + "=" + attack;
                    if (!Set.of(200, 400, 404).contains(answer.statusCode())) {
                        broken.add(answer.statusCode() + " " + what);
                    }
                    if (answer.header("X-Injected") != null) {
                        broken.add("header " + what);
                    }
                    if (answer.contentType().startsWith("text/html")) {
                        broken.add("page " + what);
                    }
                    if (operation.path().equals("/api/search")
                            && NAMES.contains(parameter)
                            && answer.statusCode() == 200
                            && answer.jsonPath().getLong("total") > 0) {
                        broken.add("finds something " + what);
                    }
                }
            }
        }

        assertThat(broken).isEmpty();
        assertThat(tried).isGreaterThan(1_000);
        assertThat(documents()).isEqualTo(before);
    }

    @Test
    void pageShowsWhatWasTypedAsText() {
        for (String attack : ATTACKS) {
            for (String parameter : List.of("q", "author", "not-file", "cursor", "lang", "sort")) {
                String page = given().queryParam(parameter, attack).get("/").asString();
                assertThat(page)
                        .doesNotContain("<script>")
                        .doesNotContain("<img")
                        .doesNotContain("7*7}}${49}");
            }
        }
    }

    private static long documents() {
        return given().get("/api/status").jsonPath().getLong("documents");
    }
}
