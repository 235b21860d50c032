package org.broadsheet.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// An operation of the API as the OpenAPI document lists it, so that no parameter is forgotten.
///
/// @param path with its parameters in braces
/// @param parameters names of those in the path and in the query
record ApiOperation(String path, List<String> parameters) {
    /// What the document's examples name.
    private static final Map<String, String> IN_PATH =
            Map.of(
                    "id", "courier-1954-03-02-p01-03",
                    "newspaper", "courier",
                    "date", "1954-03-02",
                    "page", "1");

    static List<ApiOperation> all() {
        JsonPath document = given().get("/q/openapi?format=json").jsonPath();
        Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
        List<ApiOperation> operations = new ArrayList<>();
        paths.forEach(
                (path, methods) -> {
                    Object given = methods.getOrDefault("get", Map.of()).get("parameters");
                    List<String> names = new ArrayList<>();
                    if (given instanceof List<?> parameters) {
                        parameters.forEach(one -> names.add(name((Map<?, ?>) one)));
                    }
                    operations.add(new ApiOperation(path, names));
                });
        assertThat(operations).hasSizeGreaterThan(9);
        return operations;
    }

    /// Shared parameters are kept under their names.
    private static String name(Map<?, ?> parameter) {
        Object shared = parameter.get("$ref");
        return shared == null
                ? String.valueOf(parameter.get("name"))
                : String.valueOf(shared).replaceFirst(".*/", "");
    }

    /// Asks with these values; what the path needs besides is as in the examples.
    Response ask(Map<String, String> values) {
        String address = path;
        List<String> query = new ArrayList<>();
        for (String name : parameters) {
            String given = values.get(name);
            if (address.contains("{" + name + "}")) {
                String inPath = given == null ? IN_PATH.get(name) : given;
                address =
                        address.replace(
                                "{" + name + "}", encoded(Objects.requireNonNull(inPath, name)));
            } else if (given != null) {
                query.add(name + "=" + encoded(given));
            }
        }
        return given().urlEncodingEnabled(false)
                .get(query.isEmpty() ? address : address + "?" + String.join("&", query));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
