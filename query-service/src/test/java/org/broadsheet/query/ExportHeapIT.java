package org.broadsheet.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// More hits than Elasticsearch goes through in one search, and an export that is far larger than
/// the memory of the service that makes it: the packaged service with a heap of [#HEAP].
///
/// `deploy/test -pl query-service -Dit.test=ExportHeapIT -Dexport.articles=100000` tries it with as
/// many articles as one likes, 12,000 at least, and prints how the heap did.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExportHeapIT {
    private static final String HEAP = "64m";
    private static final int ARTICLES = Math.max(12_000, Integer.getInteger("export.articles", 0));

    /// 9 KB of UTF-8 in each article: 108 MB in all with 12,000, 900 MB with 100,000.
    private static final String BODY = "码头的吊车今天仍然停着。".repeat(250);

    private static PackagedService service;

    @BeforeAll
    static void archiveIsFullAndServiceRuns() throws Exception {
        // What is not searched here need not be analysed.
        String mapping =
                RealElasticsearch.contract("articles.index.json")
                        .replaceFirst(
                                "(?s)\"body\": \\{.*?\"caption\": \\{",
                                "\"body\": {\"type\": \"text\", \"index\": false}, \"caption\": {");
        service =
                new PackagedService("export-heap", HEAP, mapping, ARTICLES, ExportHeapIT::article);
    }

    @AfterAll
    static void stop() throws Exception {
        service.stop();
    }

    @Test
    @Order(1)
    void everyHitIsWrittenInAHeapThatHoldsFewOfThem() throws Exception {
        long started = System.nanoTime();
        int lines = 0;
        long characters = 0;
        List<Long> heap = new ArrayList<>();
        try (BufferedReader export = export("ndjson")) {
            for (String line = export.readLine(); line != null; line = export.readLine()) {
                lines++;
                characters += line.length();
                if (lines % (ARTICLES / 10) == 0) {
                    heap.add(service.heap() / 1_000_000);
                }
            }
        }
        System.out.printf(
                "%nExport of %,d articles, %,d million characters, %.0f s, heap of %s.%n"
                        + "Megabytes in use after each tenth, garbage included: %s%n",
                lines, characters / 1_000_000, (System.nanoTime() - started) / 1e9, HEAP, heap);

        assertThat(lines).isEqualTo(ARTICLES);
        assertThat(characters).isGreaterThan((long) ARTICLES * BODY.length());
        service.assertUnharmed();
    }

    @Test
    @Order(2)
    void cursorGoesOnWhereAnOffsetMayNot() throws Exception {
        JsonPath slice = search("&offset=9900");
        Set<String> ids = new HashSet<>(slice.getList("hits.id", String.class));
        long first = 9_900;
        while (slice.getString("next") != null && first < 11_000) {
            assertThat(slice.getLong("offset")).isEqualTo(first);
            first += slice.getList("hits").size();
            slice = search("&cursor=" + slice.getString("next"));
            assertThat(ids.addAll(slice.getList("hits.id", String.class))).isTrue();
        }

        assertThat(ids).hasSize(Math.toIntExact(first - 9_900) + slice.getList("hits").size());
        assertThat(first).isEqualTo(Math.min(11_000, ARTICLES - 100));
    }

    @Test
    @Order(3)
    void exportEndsWhenItsReaderHasGone() throws Exception {
        try (BufferedReader export = export("ris")) {
            assertThat(export.readLine()).startsWith("TY");
        }

        await().atMost(Duration.ofSeconds(60))
                .until(() -> service.log().contains("export broken off format=ris"));
        assertThat(service.log()).doesNotContain("export ended format=ris");
    }

    @Test
    @Order(4)
    void exportIsBrokenOffWhenTheIndexGoesOnTheWay() throws Exception {
        try (BufferedReader export = export("csv")) {
            assertThat(export.readLine()).startsWith("\uFEFFid,");
            service.dropIndex();

            assertThatIOException().isThrownBy(() -> drain(export));
        }
    }

    private static void drain(BufferedReader export) throws IOException {
        for (String line = export.readLine(); line != null; line = export.readLine()) {
            assertThat(line).isNotNull();
        }
    }

    private static JsonPath search(String parameters) throws Exception {
        var answer = service.get("/api/search?limit=100&facets=none" + parameters);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonPath(answer.body());
    }

    private static BufferedReader export(String format) throws Exception {
        var answer = service.stream("/api/export?format=" + format);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private static String article(int n) {
        return """
               {"id":"a-%06d","revision":1,"withdrawn":false,"kind":"article","file":"a.txt",\
               "pageId":"p-%d","position":1,"authors":[],"byline":[],"headline":"第%d篇",\
               "reprintKey":"a-%06d","body":"%s"}"""
                .formatted(n, n, n, n, BODY);
    }
}
