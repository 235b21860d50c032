package org.broadsheet.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Nothing that a reader can send makes the service fail: a thousand searches made of what means
/// something to the query language, to Elasticsearch and to neither, in the real Elasticsearch.
@QuarkusTest
@WithTestResource(RealElasticsearch.class)
class FuzzIT {
    private static final int SEARCHES = 1_000;

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

    private static final List<String> PARAMETERS =
            List.of(
                    "q",
                    "from",
                    "to",
                    "newspaper",
                    "not-column",
                    "author",
                    "year",
                    "not-month",
                    "page",
                    "kind",
                    "file",
                    "person",
                    "facets",
                    "facet-size",
                    "sort",
                    "offset",
                    "limit",
                    "cursor",
                    "lang",
                    "format");

    private static final List<String> PATHS =
            List.of(
                    "/api/search",
                    "/api/search",
                    "/api/search",
                    "/api/suggest",
                    "/api/feeds/atom",
                    "/");

    @Test
    void noSearchMakesTheServiceFail() {
        Random random = new Random(20261121);
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < SEARCHES; i++) {
            var request = given().queryParam("q", text(random));
            if (random.nextInt(4) == 0) {
                request.queryParam(PARAMETERS.get(random.nextInt(PARAMETERS.size())), text(random));
            }
            String path = PATHS.get(random.nextInt(PATHS.size()));
            int status = request.get(path).statusCode();
            if (status != 200 && status != 400) {
                failures.add(i + " " + path + " " + status);
            }
        }

        assertThat(failures).isEmpty();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(25); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
