package org.broadsheet.benchmark.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// HTTP as every side of a comparison speaks it: one client, kept connections, whole answers.
public final class Web {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();

    private Web() {}

    /// The bytes of an answer.
    ///
    /// @throws IllegalStateException when it is no success
    public static byte[] get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).build());
    }

    public static byte[] send(String method, String address, String type, byte[] body) {
        return send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofByteArray(body))
                        .build());
    }

    /// The same with JSON on both ways; an empty text has no body.
    public static JsonNode json(String method, String address, String body) {
        return read(
                send(method, address, "application/json", body.getBytes(StandardCharsets.UTF_8)));
    }

    public static JsonNode json(String address) {
        return read(get(address));
    }

    /// How many lines an answer has, read as it comes.
    public static long lines(String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        try (InputStream body = CLIENT.send(request, BodyHandlers.ofInputStream()).body()) {
            byte[] piece = new byte[1 << 16];
            long lines = 0;
            for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
                for (int i = 0; i < read; i++) {
                    lines += piece[i] == '\n' ? 1 : 0;
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("no JSON", e);
        }
    }

    static boolean isOk(String address) {
        try {
            return CLIENT.send(
                                    HttpRequest.newBuilder(URI.create(address)).build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// Waits.
    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static byte[] send(HttpRequest request) {
        try {
            var answer = CLIENT.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        "%s %s: %d %s"
                                .formatted(
                                        request.method(),
                                        request.uri(),
                                        answer.statusCode(),
                                        new String(answer.body(), StandardCharsets.UTF_8)));
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
