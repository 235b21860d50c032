package org.broadsheet.ingest.api;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.broadsheet.ingest.store.FileEntry;
import org.broadsheet.ingest.store.FileList;
import org.broadsheet.ingest.upload.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/// Tells every change of a file as it happens, whichever ingest-service made it.
@Path("/api/files/events")
@ApplicationScoped
public class FileEventsResource {
    private static final int STREAMS_MAX = 50;
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    /// A reader that has gone is noticed by it, and gives its place to another.
    private static final Duration SIGN_OF_LIFE_EVERY = Duration.ofSeconds(5);

    private final FileList files;
    private final AtomicInteger streams = new AtomicInteger();
    private volatile boolean stopping;

    FileEventsResource(FileList files) {
        this.files = files;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RunOnVirtualThread
    @Operation(
            summary = "Changes of files as they happen",
            description =
                    "Server-sent events of the type 'file', each with a file as GET /api/files"
                            + " gives it. A reader that comes again with the id of the last event it"
                            + " saw misses none; it may hear some again.")
    @APIResponse(responseCode = "429", description = "Too many readers at once")
    public void events(
            @Context SseEventSink sink,
            @Context Sse sse,
            @RestHeader("Last-Event-ID") @Nullable String lastEventId)
            throws SQLException, Refusal {
        long place = place(lastEventId);
        if (streams.incrementAndGet() > STREAMS_MAX) {
            streams.decrementAndGet();
            throw new Refusal(
                    Refusal.COME_AGAIN,
                    "Too many readers",
                    "%d readers follow the changes already. Come again in a while, or ask GET /api/files."
                            .formatted(STREAMS_MAX));
        }
        // The framework answers once this method returns; the telling goes on behind it.
        Thread.ofVirtual().name("file-events").start(() -> tell(sink, sse, place));
    }

    private void tell(SseEventSink sink, Sse sse, long place) {
        try (sink) {
            follow(sink, sse, place);
        } catch (CompletionException e) {
            // The reader has gone.
        } catch (SQLException e) {
            Log.infof("reader sent away, archive away reason=%s", e.getMessage());
        } finally {
            streams.decrementAndGet();
        }
    }

    private long place(@Nullable String lastEventId) throws SQLException {
        return lastEventId != null && lastEventId.matches("[0-9]{1,18}")
                ? Long.parseLong(lastEventId)
                : files.now();
    }

    private void follow(SseEventSink sink, Sse sse, long from) throws SQLException {
        long place = from;
        Map<Long, Long> told = new HashMap<>();
        Instant lifeAt = Instant.EPOCH;
        while (!sink.isClosed() && !stopping) {
            long here = place;
            place =
                    files.since(
                            here,
                            (entry, transaction) -> {
                                if (!Long.valueOf(transaction)
                                        .equals(told.put(entry.id(), transaction))) {
                                    send(sink, event(sse, entry, here));
                                }
                                return !sink.isClosed();
                            });
            long settled = place;
            told.values().removeIf(transaction -> transaction < settled);
            if (Instant.now().isAfter(lifeAt)) {
                send(sink, sse.newEventBuilder().comment("still here").build());
                lifeAt = Instant.now().plus(SIGN_OF_LIFE_EVERY);
            }
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static OutboundSseEvent event(Sse sse, FileEntry entry, long place) {
        return sse.newEventBuilder()
                .name("file")
                .id(Long.toString(place))
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(FileEntry.class, entry)
                .build();
    }

    /// Waits until it is on its way, so that a slow reader holds up itself alone.
    private static void send(SseEventSink sink, OutboundSseEvent event) {
        sink.send(event).toCompletableFuture().join();
    }
}
