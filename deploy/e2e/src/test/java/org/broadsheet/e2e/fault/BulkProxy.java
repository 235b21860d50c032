package org.broadsheet.e2e.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/// An HTTP proxy in front of Elasticsearch that knows bulk requests: it can turn away some of the
/// items, turn away the whole, be late with an answer, never give one, or break off in the middle
/// of it. Everything else passes.
final class BulkProxy implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    /// What is done to a bulk request.
    sealed interface Fault {
        record None() implements Fault {}

        /// Each item is answered with this status by this chance, and not passed on.
        record Items(int status, double share, RandomGenerator random) implements Fault {}

        /// The whole request is answered with this status if it has more bytes than that.
        record Whole(int status, int bytesFrom) implements Fault {}

        /// The request is passed on, its answer comes this much later.
        record Late(Duration delay) implements Fault {}

        /// The request is passed on, its answer never comes.
        record Silent() implements Fault {}

        /// The request is passed on, the connection ends in the middle of the answer.
        record BrokenOff() implements Fault {}
    }

    private final String target;
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private final AtomicLong struck = new AtomicLong();
    private final AtomicLong itemsPassed = new AtomicLong();
    private final AtomicLong itemsTurnedAway = new AtomicLong();
    private volatile Fault fault = new Fault.None();

    BulkProxy(String target) throws IOException {
        this.target = target;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void fault(Fault next) {
        struck.set(0);
        fault = next;
    }

    void heal() {
        fault = new Fault.None();
    }

    /// Bulk requests that the present fault has befallen.
    long struck() {
        return struck.get();
    }

    long itemsPassed() {
        return itemsPassed.get();
    }

    long itemsTurnedAway() {
        return itemsTurnedAway.get();
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestURI().getPath().endsWith("/_bulk")) {
                bulk(exchange, body, fault);
            } else {
                respond(exchange, forward(exchange, body));
            }
        } catch (IOException e) {
            // One side has gone; the other sees its connection end.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void bulk(HttpExchange exchange, byte[] body, Fault now)
            throws IOException, InterruptedException {
        switch (now) {
            case Fault.None() -> respond(exchange, forward(exchange, body));
            case Fault.Items items -> turnAwayItems(exchange, body, items);
            case Fault.Whole(int status, int bytesFrom) -> {
                if (body.length >= bytesFrom) {
                    struck.incrementAndGet();
                    respond(
                            exchange,
                            status,
                            error(status).toString().getBytes(StandardCharsets.UTF_8));
                } else {
                    respond(exchange, forward(exchange, body));
                }
            }
            case Fault.Late(Duration delay) -> {
                var answer = forward(exchange, body);
                struck.incrementAndGet();
                Thread.sleep(delay);
                respond(exchange, answer);
            }
            case Fault.Silent() -> {
                forward(exchange, body);
                struck.incrementAndGet();
                while (fault instanceof Fault.Silent) {
                    Thread.sleep(50);
                }
            }
            case Fault.BrokenOff() -> {
                var answer = forward(exchange, body);
                struck.incrementAndGet();
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
                exchange.getResponseBody().write(answer.body(), 0, answer.body().length / 2);
                exchange.getResponseBody().flush();
            }
        }
    }

    private void turnAwayItems(HttpExchange exchange, byte[] body, Fault.Items items)
            throws IOException, InterruptedException {
        List<String> lines = new String(body, StandardCharsets.UTF_8).lines().toList();
        ByteArrayOutputStream passed = new ByteArrayOutputStream(body.length);
        List<Boolean> away = new ArrayList<>();
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            boolean turned;
            synchronized (items.random()) {
                turned = items.random().nextDouble() < items.share();
            }
            away.add(turned);
            if (!turned) {
                passed.writeBytes(
                        (lines.get(i) + "\n" + lines.get(i + 1) + "\n")
                                .getBytes(StandardCharsets.UTF_8));
            }
        }
        long turnedAway = away.stream().filter(Boolean::booleanValue).count();
        itemsTurnedAway.addAndGet(turnedAway);
        itemsPassed.addAndGet(away.size() - turnedAway);
        if (turnedAway > 0) {
            struck.incrementAndGet();
        }
        ArrayNode real = JSON.createArrayNode();
        boolean errors = turnedAway > 0;
        if (passed.size() > 0) {
            var answer = forward(exchange, passed.toByteArray());
            if (answer.statusCode() != 200) {
                respond(exchange, answer);
                return;
            }
            JsonNode json = JSON.readTree(answer.body());
            errors |= json.path("errors").asBoolean();
            real.addAll((ArrayNode) json.path("items"));
        }
        ObjectNode merged = JSON.createObjectNode().put("errors", errors);
        ArrayNode all = merged.putArray("items");
        int next = 0;
        for (boolean turned : away) {
            if (turned) {
                all.addObject().set("index", error(items.status()));
            } else {
                all.add(real.get(next++));
            }
        }
        respond(exchange, 200, JSON.writeValueAsBytes(merged));
    }

    private static ObjectNode error(int status) {
        ObjectNode error = JSON.createObjectNode().put("status", status);
        error.putObject("error").put("type", "injected_" + status).put("reason", "by the harness");
        return error;
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
                        .timeout(Duration.ofSeconds(60))
                        .method(
                                exchange.getRequestMethod(),
                                HttpRequest.BodyPublishers.ofByteArray(body));
        for (String name : List.of("Content-Type", "Accept")) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void respond(HttpExchange exchange, HttpResponse<byte[]> answer)
            throws IOException {
        for (String name : List.of("Content-Type", "X-Elastic-Product")) {
            answer.headers()
                    .firstValue(name)
                    .ifPresent(value -> exchange.getResponseHeaders().add(name, value));
        }
        write(exchange, answer.statusCode(), answer.body());
    }

    private static void respond(HttpExchange exchange, int status, byte[] json) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
        write(exchange, status, json);
    }

    private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean hasBody = body.length > 0 && !exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, hasBody ? body.length : -1);
        if (hasBody) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        heal();
        server.stop(0);
        client.shutdownNow();
    }
}
