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
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Nothing that a reader can send makes the service fail: a thousand searches made of what means
/// something to the query language, to Elasticsearch and to neither, and half as many questions to
/// all operations with every parameter of the OpenAPI document, in the real Elasticsearch.
@QuarkusTest
@WithTestResource(RealElasticsearch.class)
class FuzzIT {
    private static final int SEARCHES = 1_000;
    private static final int QUESTIONS = 500;

    private static final List<String> PIECES =
            List.of(
                    "党",
                    "党建",
                    "新质生产力",
                    "鄂尔多斯碳中和研究院",
                    "Kafka",
                    "1.5",
                    " ",
                    "　",
                    "(",
                    ")",
                    "（",
                    "）",
                    "\"",
                    "“",
                    "”",
                    "「",
                    "」",
                    " OR ",
                    " AND ",
                    " NOT ",
                    "|",
                    "&&",
                    "-",
                    "－",
                    "*",
                    "?",
                    "~",
                    "~9",
                    ":",
                    "：",
                    "标题:",
                    "作者：",
                    "日期:",
                    "日期:2024..",
                    "版:",
                    "版:1..9999",
                    "kind:",
                    "file:",
                    "人物:",
                    "2024-13",
                    "..",
                    "<=",
                    "\\",
                    "/",
                    "'",
                    "{\"match_all\":{}}",
                    "[",
                    "_exists_:x",
                    "body:*",
                    "𠮷",
                    "😀",
                    "\u0000",
                    "\uFFFF",
                    "\u202E",
                    "é",
                    "%",
                    "<script>",
                    "'; DROP",
                    "\r\n");

    /// What a parameter may well hold, so that not every question is turned away at the door.
    private static final Map<String, List<String>> FITTING =
            Map.ofEntries(
                    Map.entry("from", List.of("1954-03-02", "0001-01-01")),
                    Map.entry("to", List.of("1954-03-02", "9999-12-31")),
                    Map.entry("year", List.of("1954", "9999", "-")),
                    Map.entry("month", List.of("1954-03", "-")),
                    Map.entry("page", List.of("1", "999999", "-")),
                    Map.entry("kind", List.of("photo", "-")),
                    Map.entry("facets", List.of("all", "none", "year,page")),
                    Map.entry("facet-size", List.of("1", "200")),
                    Map.entry("sort", List.of("newest", "oldest", "page", "arrival")),
                    Map.entry("offset", List.of("0", "9900")),
                    Map.entry("limit", List.of("1", "100")),
                    Map.entry("reprints", List.of("apart", "together")),
                    Map.entry("format", List.of("csv", "ndjson", "bibtex", "ris", "zip")));

    private final Random random = new Random(20261121);

    @Test
    void noSearchMakesTheServiceFail() {
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < SEARCHES; i++) {
            String typed = text();
            Response answer = given().queryParam("q", typed).get("/api/search");
            // A longer text than may be asked for is all that a query can do wrong.
            int expected = typed.codePointCount(0, typed.length()) > 1_000 ? 400 : 200;
            if (answer.statusCode() != expected) {
                failures.add(answer.statusCode() + " " + typed);
            } else if (expected == 200 && answer.jsonPath().getList("hits") == null) {
                failures.add("no hits " + typed);
            }
        }

        assertThat(failures).isEmpty();
    }

    @Test
    void noParameterOfAnyOperationMakesTheServiceFail() {
        List<ApiOperation> operations = ApiOperation.all();
        List<String> failures = new ArrayList<>();
        TreeSet<String> tried = new TreeSet<>();
        int answered = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            ApiOperation operation = operations.get(i % operations.size());
            Map<String, String> values = values(operation, i / operations.size());
            values.keySet().forEach(name -> tried.add(operation.path() + " " + name));
            int status = operation.ask(values).statusCode();
            answered += status == 200 ? 1 : 0;
            if (status != 200 && status != 400 && status != 404) {
                failures.add(status + " " + operation.path() + " " + values);
            }
        }

        assertThat(failures).isEmpty();
        assertThat(answered).isGreaterThan(QUESTIONS / 10);
        assertThat(tried)
                .containsAll(
                        operations.stream()
                                .flatMap(o -> o.parameters().stream().map(p -> o.path() + " " + p))
                                .toList());
    }

    /// Two of the operation's parameters in turn, and others by chance.
    private Map<String, String> values(ApiOperation operation, int turn) {
        Map<String, String> values = new HashMap<>();
        List<String> names = operation.parameters();
        for (int i = 0; i < Math.min(5, names.size()); i++) {
            int at = i < 2 ? 2 * turn + i : random.nextInt(names.size());
            String name = names.get(at % names.size());
            List<String> fitting = FITTING.getOrDefault(name.replace("not-", ""), List.of());
            values.put(
                    name,
                    fitting.isEmpty() || random.nextInt(4) == 0
                            ? text()
                            : fitting.get(random.nextInt(fitting.size())));
        }
        return values;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(25); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
