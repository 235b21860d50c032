package org.broadsheet.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        for (Operation operation : operations()) {
            for (String parameter : operation.parameters()) {
                for (String attack : ATTACKS) {
                    tried++;
                    Response answer = operation.ask(parameter, attack);
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
                        .doesNotContain("<script")
                        .doesNotContain("<img")
                        .doesNotContain("7*7}}${49}");
            }
        }
    }

    /// @param parameters names of those in the path and in the query
    private record Operation(String path, List<String> parameters) {
        Response ask(String parameter, String value) {
            String address = path;
            List<String> query = new ArrayList<>();
            for (String name : parameters) {
                String given = name.equals(parameter) ? value : EXAMPLES.get(name);
                if (address.contains("{" + name + "}")) {
                    address =
                            address.replace(
                                    "{" + name + "}", encoded(Objects.requireNonNull(given)));
                } else if (name.equals(parameter)) {
                    query.add(name + "=" + encoded(value));
                } else if (name.equals("q")) {
                    query.add("q=" + encoded("港口"));
                }
            }
            return given().urlEncodingEnabled(false)
                    .get(query.isEmpty() ? address : address + "?" + String.join("&", query));
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }

    private static final Map<String, String> EXAMPLES =
            Map.of(
                    "id", "courier-1954-03-02-p01-03",
                    "newspaper", "courier",
                    "date", "1954-03-02",
                    "page", "1");

    private static List<Operation> operations() {
        JsonPath document = given().get("/q/openapi?format=json").jsonPath();
        Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
        List<Operation> operations = new ArrayList<>();
        paths.forEach(
                (path, methods) -> {
                    Object given = methods.getOrDefault("get", Map.of()).get("parameters");
                    List<String> names = new ArrayList<>();
                    if (given instanceof List<?> parameters) {
                        for (Object parameter : parameters) {
                            names.add(String.valueOf(((Map<?, ?>) parameter).get("name")));
                        }
                    }
                    operations.add(new Operation(path, names));
                });
        assertThat(operations).hasSizeGreaterThan(9);
        return operations;
    }

    private static long documents() {
        return given().get("/api/status").jsonPath().getLong("documents");
    }
}
