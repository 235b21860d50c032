package org.broadsheet.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The packaged service as a process of its own, before an index of its own in the real
/// Elasticsearch.
final class PackagedService {
    private static final String ELASTICSEARCH = "http://" + RealElasticsearch.host();
    private static final Pattern HEAP =
            Pattern.compile("jvm_memory_used_bytes\\{area=\"heap\"[^}]*} (\\S+)");
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final int BULK = 400;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String index = "articles-own-" + UUID.randomUUID();
    private final Path log;
    private final String address;
    private final Process process;

    /// @param mapping as [RealElasticsearch#contract(String)] has it, or changed
    /// @param article documents by their number
    PackagedService(
            String name, String heap, String mapping, int articles, IntFunction<String> article)
            throws Exception {
        send("PUT", "/" + index, mapping, "application/json");
        fill(articles, article);
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        this.address = "http://127.0.0.1:" + port;
        this.log = Path.of("target", name + ".log");
        this.process = start(heap, port);
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(get("/q/health/ready").statusCode()).isEqualTo(200));
    }

    private void fill(int articles, IntFunction<String> article) throws Exception {
        for (int first = 0; first < articles; first += BULK) {
            StringBuilder bulk = new StringBuilder();
            for (int n = first; n < Math.min(articles, first + BULK); n++) {
                String document = article.apply(n);
                Matcher id = ID.matcher(document);
                assertThat(id.find()).as(document).isTrue();
                bulk.append("{\"index\":{\"_id\":\"%s\"}}\n".formatted(id.group(1)))
                        .append(document)
                        .append('\n');
            }
            String answer =
                    send("POST", "/" + index + "/_bulk", bulk.toString(), "application/x-ndjson");
            assertThat(answer).contains("\"errors\":false");
        }
        send("POST", "/" + index + "/_refresh", "", "application/json");
    }

    private Process start(String heap, int port) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + heap,
                                "-XX:+UseSerialGC",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-jar",
                                Path.of("target", "quarkus-app", "quarkus-run.jar").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment()
                .putAll(
                        Map.of(
                                "QUARKUS_HTTP_PORT",
                                Integer.toString(port),
                                "QUARKUS_ELASTICSEARCH_HOSTS",
                                RealElasticsearch.host(),
                                "SEARCH_ALIAS",
                                index,
                                "SEARCH_DEADLINE",
                                "30s",
                                "API_RATE_PER_SECOND",
                                "0"));
        return builder.start();
    }

    HttpResponse<String> get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).build();
        return http.send(request, BodyHandlers.ofString());
    }

    HttpResponse<InputStream> stream(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).build();
        return http.send(request, BodyHandlers.ofInputStream());
    }

    /// Asks the index itself.
    String search(String body) throws Exception {
        return send("POST", "/" + index + "/_search", body, "application/json");
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    void dropIndex() throws Exception {
        send("DELETE", "/" + index + "?ignore_unavailable=true", "", "application/json");
    }

    /// Bytes of the heap that are in use, garbage included.
    long heap() throws Exception {
        return HEAP.matcher(get("/q/metrics").body())
                .results()
                .mapToLong(pool -> (long) Double.parseDouble(pool.group(1)))
                .sum();
    }

    void assertUnharmed() throws IOException {
        assertThat(process).matches(Process::isAlive);
        assertThat(Files.readString(log)).doesNotContain("OutOfMemoryError");
    }

    /// Ends the service and its index.
    void stop() throws Exception {
        process.destroy();
        process.waitFor(20, TimeUnit.SECONDS);
        process.destroyForcibly();
        dropIndex();
        http.close();
    }

    private String send(String method, String path, String body, String type) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(ELASTICSEARCH + path))
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode())
                .as(method + " " + path + ": " + answer.body())
                .isLessThan(300);
        return answer.body();
    }
}
