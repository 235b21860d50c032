package org.broadsheet.query;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// An index of this run's own in the real Elasticsearch, made from index-service's contract and
/// filled with its examples and with articles of the seeds.
public class RealElasticsearch implements QuarkusTestResourceLifecycleManager {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// A text in traditional characters, full width and letter-spaced, as old pages have it.
    private static final String OLD_SCRIPT =
            """
            {"id":"old-script-01","revision":1,"withdrawn":false,"kind":"photo","file":"old.txt",
             "pageId":"old","position":1,"authors":[],"byline":[],"reprintKey":"old-script-01",
             "headline":"國家體育總局舉辦Ｇ２０峰會","body":"數 字 檔 案館開放。ＮＢＡ球星體育館見面。"}
            """;

    private final String index = "articles-it-" + UUID.randomUUID();
    private final String host = host();
    private final HttpClient http = HttpClient.newHttpClient();

    static String host() {
        String hosts = System.getenv("QUARKUS_ELASTICSEARCH_HOSTS");
        if (hosts == null || hosts.isBlank()) {
            throw new IllegalStateException(
                    "QUARKUS_ELASTICSEARCH_HOSTS is not set: these tests need a real"
                            + " Elasticsearch, run deploy/test or give host:port");
        }
        return hosts.replaceFirst(",.*", "").strip();
    }

    /// The name of a file in index-service's contract, as text.
    static String contract(String name) {
        String path = "contract/index/" + name;
        try (InputStream in =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            return new String(
                    Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        send("PUT", "/" + index, contract("articles.index.json"));
        send("PUT", "/" + index + "/_alias/" + alias(), "{}");
        fill();
        send("POST", "/" + index + "/_refresh", "");
        return Map.of(
                "quarkus.elasticsearch.hosts",
                host,
                "search.alias",
                alias(),
                // A cold start on a busy machine is not what these tests are about.
                "search.spelling-deadline",
                "20s",
                "search.deadline",
                "20s",
                "api.rate.per-second",
                "0");
    }

    /// Puts the documents that the tests look for.
    void fill() {
        for (String example : new String[] {"article.json", "article-minimal.json"}) {
            put(contract("examples/" + example));
        }
        put(contract("examples/withdrawn.json").replace("courier-1954-03-02-p01-03", "gone-01"));
        put(OLD_SCRIPT);
        SeedArticles.all().forEach(article -> put(article.document()));
    }

    @Override
    public void stop() {
        send("DELETE", "/" + index, "");
    }

    private String alias() {
        return index + "-alias";
    }

    void put(Map<String, Object> document) {
        put(write(document));
    }

    private void put(String document) {
        try {
            String id = JSON.readTree(document).get("id").textValue();
            send("PUT", "/" + index + "/_doc/" + id, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(String method, String path, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://" + host + path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no Elasticsearch at " + host, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
