package org.broadsheet.benchmark.line;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;

/// Stands before Elasticsearch and notes what it is asked, so that the same can be asked without
/// the service in between. Nothing is measured through it.
public final class Recorder implements AutoCloseable {
    private static final Set<String> NOT_HANDED_ON =
            Set.of(
                    "host",
                    "connection",
                    "content-length",
                    "transfer-encoding",
                    "expect",
                    "upgrade");

    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String behind;
    private final List<Question> heard = new ArrayList<>();

    /// What Elasticsearch was asked.
    ///
    /// @param path with its parameters
    public record Question(String method, String path, String body) {}

    public Recorder(Stack stack) {
        behind = stack.elasticsearch();
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    /// Host and port.
    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /// What a service behind this recorder asks when it is asked this.
    public List<Question> asked(String address) {
        synchronized (heard) {
            heard.clear();
        }
        Web.get(address);
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().toString();
            synchronized (heard) {
                heard.add(
                        new Question(
                                exchange.getRequestMethod(),
                                path,
                                new String(body, StandardCharsets.UTF_8)));
            }
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create("http://" + behind + path))
                            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
            exchange.getRequestHeaders()
                    .forEach(
                            (name, values) -> {
                                if (!NOT_HANDED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                                    values.forEach(value -> request.header(name, value));
                                }
                            });
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers()
                    .map()
                    .forEach(
                            (name, values) -> {
                                if (!name.startsWith(":")
                                        && !name.equalsIgnoreCase("content-length")
                                        && !name.equalsIgnoreCase("transfer-encoding")) {
                                    exchange.getResponseHeaders().put(name, values);
                                }
                            });
            exchange.sendResponseHeaders(
                    answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
