package org.broadsheet.benchmark.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.broadsheet.benchmark.line.Stack;
import org.broadsheet.benchmark.line.Web;

/// The same documents as bodies of bulk requests, made beforehand, 500 in each of two requests in
/// flight: nothing that also reads a topic can be faster with as many connections.
///
/// @param bodies with `version` and `version_type`
/// @param documents in them
public record RawBulk(Stack stack, List<Body> bodies, long documents) {
    private static final int CONNECTIONS = 2;
    private static final String TAKEN = "{\"errors\":false}";

    /// The body of one request.
    ///
    /// @param ndjson file that holds it: all bodies together are too much for a heap
    public record Body(Path ndjson, int documents) {}

    /// Documents a second, from the first acknowledgement to the last.
    public double load(String index) {
        String address = stack.search("/" + index + "/_bulk?filter_path=errors");
        Progress progress = new Progress(documents);
        try (ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<?>> sent = new ArrayList<>();
            for (Body body : bodies) {
                sent.add(connections.submit(() -> send(address, body, progress)));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a bulk request failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return progress.speed();
    }

    private static void send(String address, Body body, Progress progress) {
        byte[] answer = Web.send("POST", address, "application/x-ndjson", bytes(body));
        String said = new String(answer, StandardCharsets.UTF_8);
        if (!said.equals(TAKEN)) {
            throw new IllegalStateException(said);
        }
        progress.acknowledged(body.documents());
    }

    private static byte[] bytes(Body body) {
        try {
            return Files.readAllBytes(body.ndjson());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
