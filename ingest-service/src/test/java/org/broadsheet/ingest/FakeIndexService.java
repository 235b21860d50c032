package org.broadsheet.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Answers in the place of index-service, which has tests of its own, what a test says that
/// searches find. It is told over HTTP, because tests and their servers don't share classes.
final class FakeIndexService {
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Long> found = new ConcurrentHashMap<>();
    private final Map<String, String> dead = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile String index = "first";
    private volatile String documents = "";

    FakeIndexService() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/ledger", this::answer);
        server.createContext("/api/dead-letters", this::letters);
        server.createContext("/found", this::learn);
        server.createContext("/dead", this::bury);
        server.createContext("/index", this::replace);
        server.createContext("/documents", this::hold);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            respond(exchange, documents.getBytes(StandardCharsets.UTF_8));
            return;
        }
        JsonNode question = JSON.readTree(exchange.getRequestBody());
        ObjectNode answer = JSON.createObjectNode().put("index", index);
        ArrayNode articles = answer.putArray("articles");
        for (JsonNode id : question.get("ids")) {
            Long revision = found.get(id.asText());
            if (revision != null) {
                articles.addObject().put("id", id.asText()).put("revision", revision);
            }
        }
        respond(exchange, JSON.writeValueAsBytes(answer));
    }

    /// From now on searches find these revisions, by article.
    private void learn(HttpExchange exchange) throws IOException {
        JSON.readTree(exchange.getRequestBody())
                .properties()
                .forEach(entry -> found.put(entry.getKey(), entry.getValue().asLong()));
        respond(exchange, new byte[0]);
    }

    private void letters(HttpExchange exchange) throws IOException {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode letters = answer.putArray("letters");
        dead.forEach(
                (key, reason) ->
                        letters.addObject()
                                .put("key", key)
                                .put("cause", "refused")
                                .put("reason", reason)
                                .put("attempts", 3));
        respond(exchange, JSON.writeValueAsBytes(answer));
    }

    /// From now on these articles, and no others, lie with the dead letters, each with a reason.
    private void bury(HttpExchange exchange) throws IOException {
        dead.clear();
        JSON.readTree(exchange.getRequestBody())
                .properties()
                .forEach(entry -> dead.put(entry.getKey(), entry.getValue().asText()));
        respond(exchange, new byte[0]);
    }

    /// From now on the index holds these documents, one a line.
    private void hold(HttpExchange exchange) throws IOException {
        documents = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        respond(exchange, new byte[0]);
    }

    /// From now on searches read another, empty index.
    private void replace(HttpExchange exchange) throws IOException {
        found.clear();
        index = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        respond(exchange, new byte[0]);
    }

    private static void respond(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    void close() {
        server.stop(0);
    }
}
