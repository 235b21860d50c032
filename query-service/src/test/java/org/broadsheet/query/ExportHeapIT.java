package org.broadsheet.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// An export that is far larger than the memory of the service that makes it: the packaged service
/// as a process of its own with a heap of [#HEAP], before the real Elasticsearch.
///
/// `deploy/test -pl query-service -Dit.test=ExportHeapIT -Dexport.articles=100000` tries it with as
/// many articles as one likes.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExportHeapIT {
    private static final String HEAP = "64m";
    private static final int ARTICLES = Integer.getInteger("export.articles", 12_000);
    private static final int BULK = 400;

    /// 9 KB of UTF-8 in each article: 108 MB in all with 12,000, 900 MB with 100,000.
    private static final String BODY = "码头的吊车今天仍然停着。".repeat(250);

    private static final Path LOG = Path.of("target", "export-heap.log");
    private static final String INDEX = "articles-export-" + UUID.randomUUID();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String ELASTICSEARCH = "http://" + RealElasticsearch.host();

    private static String service = "";
    private static @Nullable Process process;

    @BeforeAll
    static void archiveIsFullAndServiceRuns() throws Exception {
        // What is not searched here need not be analysed.
        String index =
                RealElasticsearch.contract("articles.index.json")
                        .replaceFirst(
                                "(?s)\"body\": \\{.*?\"caption\": \\{",
                                "\"body\": {\"type\": \"text\", \"index\": false}, \"caption\": {");
        send("PUT", "/" + INDEX, index, "application/json");
        for (int first = 0; first < ARTICLES; first += BULK) {
            StringBuilder bulk = new StringBuilder();
            for (int n = first; n < Math.min(ARTICLES, first + BULK); n++) {
                bulk.append("{\"index\":{\"_id\":\"a-%06d\"}}\n%s\n".formatted(n, article(n)));
            }
            String answer =
                    send("POST", "/" + INDEX + "/_bulk", bulk.toString(), "application/x-ndjson");
            assertThat(answer).contains("\"errors\":false");
        }
        send("POST", "/" + INDEX + "/_refresh", "", "application/json");
        start();
    }

    @AfterAll
    static void stop() throws Exception {
        Process running = process;
        if (running != null) {
            running.destroy();
            running.waitFor(20, TimeUnit.SECONDS);
            running.destroyForcibly();
        }
        send("DELETE", "/" + INDEX + "?ignore_unavailable=true", "", "application/json");
    }

    @Test
    @Order(1)
    void everyHitIsWrittenInAHeapThatHoldsFewOfThem() throws Exception {
        int lines = 0;
        long characters = 0;
        try (BufferedReader export = export("ndjson")) {
            for (String line = export.readLine(); line != null; line = export.readLine()) {
                lines++;
                characters += line.length();
            }
        }

        assertThat(lines).isEqualTo(ARTICLES);
        assertThat(characters).isGreaterThan((long) ARTICLES * BODY.length());
        assertThat(process).matches(Process::isAlive);
        assertThat(Files.readString(LOG)).doesNotContain("OutOfMemoryError");
    }

    @Test
    @Order(2)
    void exportIsBrokenOffWhenTheIndexGoesOnTheWay() throws Exception {
        try (BufferedReader export = export("csv")) {
            assertThat(export.readLine()).startsWith("\uFEFFid,");
            send("DELETE", "/" + INDEX, "", "application/json");

            assertThatIOException().isThrownBy(() -> drain(export));
        }
    }

    private static void drain(BufferedReader export) throws IOException {
        for (String line = export.readLine(); line != null; line = export.readLine()) {
            assertThat(line).isNotNull();
        }
    }

    private static String article(int n) {
        return """
               {"id":"a-%06d","revision":1,"withdrawn":false,"kind":"article","file":"a.txt",\
               "pageId":"p-%d","position":1,"authors":[],"byline":[],"headline":"第%d篇",\
               "reprintKey":"a-%06d","body":"%s"}"""
                .formatted(n, n, n, n, BODY);
    }

    private static void start() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        service = "http://127.0.0.1:" + port;
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder =
                new ProcessBuilder(
                                java,
                                "-Xmx" + HEAP,
                                "-XX:+ExitOnOutOfMemoryError",
                                "-jar",
                                Path.of("target", "quarkus-app", "quarkus-run.jar").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(LOG.toFile());
        builder.environment()
                .putAll(
                        Map.of(
                                "QUARKUS_HTTP_PORT",
                                "" + port,
                                "QUARKUS_ELASTICSEARCH_HOSTS",
                                RealElasticsearch.host(),
                                "SEARCH_ALIAS",
                                INDEX,
                                "SEARCH_DEADLINE",
                                "30s"));
        process = builder.start();
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(ready()).isEqualTo(200));
    }

    private static int ready() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(service + "/q/health/ready")).build();
        return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static BufferedReader export(String format) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(service + "/api/export?format=" + format))
                        .build();
        var answer = HTTP.send(request, BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        InputStream body = answer.body();
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    private static String send(String method, String path, String body, String type)
            throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(ELASTICSEARCH + path))
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        var answer = HTTP.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode())
                .as(method + " " + path + ": " + answer.body())
                .isLessThan(300);
        return answer.body();
    }
}
