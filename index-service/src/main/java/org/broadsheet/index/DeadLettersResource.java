package org.broadsheet.index;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.broadsheet.index.event.DeadLetterBox;
import org.broadsheet.index.event.DeadLetterBox.Letter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Events that could not be applied: what they are, and another attempt after a fix.
@Path("/api/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "dead letters")
public class DeadLettersResource {
    private static final int LIMIT_MAX = 1_000;

    private final DeadLetterBox box;
    private final DeadLetterReplay replay;
    private final IndexerMetrics metrics;

    DeadLettersResource(DeadLetterBox box, DeadLetterReplay replay, IndexerMetrics metrics) {
        this.box = box;
        this.replay = replay;
        this.metrics = metrics;
    }

    public record Listing(
            @Schema(description = "Letters that wait") int total,
            @Schema(description = "The oldest of them") List<Summary> letters) {}

    public record Summary(
            @Schema(description = "Known by: key and bytes make it") String id,
            @Schema(description = "Key of the event, the article's id") String key,
            @Schema(description = "A word for what is wrong") String cause,
            @Schema(description = "What is wrong, in full") String reason,
            Instant buriedAt,
            @Schema(description = "Attempts to apply it that failed") int attempts,
            @Schema(description = "Where the event stood") String topic,
            int partition,
            long offset) {
        static Summary of(Letter letter) {
            return new Summary(
                    letter.id(),
                    letter.key(),
                    letter.cause(),
                    letter.reason(),
                    letter.buriedAt(),
                    letter.attempts(),
                    letter.event().topic(),
                    letter.event().partition(),
                    letter.event().offset());
        }
    }

    public record Whole(
            Summary letter,
            @Schema(description = "The event as it came; absent where it had no value")
                    @Nullable String value) {}

    public record Replayed(
            String id,
            @Schema(description = "applied, superseded, refused, not now") String outcome,
            String reason) {}

    public record Discarded(String id) {}

    @GET
    @RunOnVirtualThread
    @Operation(summary = "The letters that wait, oldest first")
    public Listing list(@QueryParam("limit") @DefaultValue("100") int limit) {
        List<Letter> letters = box.letters();
        return new Listing(
                letters.size(),
                letters.stream().limit(Math.clamp(limit, 1, LIMIT_MAX)).map(Summary::of).toList());
    }

    @GET
    @Path("/{id}")
    @RunOnVirtualThread
    @Operation(summary = "One letter with the event as it came")
    public Whole look(@PathParam("id") String id) {
        Letter letter = known(id);
        return new Whole(Summary.of(letter), letter.text().orElse(null));
    }

    @POST
    @Path("/{id}/replay")
    @RunOnVirtualThread
    @Operation(
            summary = "Applies one letter again",
            description =
                    "Applied or superseded by a newer revision, it is off the list; refused again,"
                            + " it stays.")
    public Replayed replay(@PathParam("id") String id) {
        return replayed(List.of(known(id))).getFirst();
    }

    @POST
    @Path("/replay")
    @RunOnVirtualThread
    @Operation(summary = "Applies all letters again, oldest first")
    public List<Replayed> replayAll() {
        return replayed(box.letters());
    }

    @DELETE
    @Path("/{id}")
    @RunOnVirtualThread
    @Operation(
            summary = "Takes a letter off the list without applying it",
            description = "It stays on the topic.")
    public Discarded discard(@PathParam("id") String id) {
        box.settle(Map.of(known(id), "discarded"));
        metrics.replayed("discarded");
        return new Discarded(id);
    }

    private List<Replayed> replayed(List<Letter> letters) {
        return replay.replay(letters).stream()
                .map(o -> new Replayed(o.id(), o.outcome(), o.reason()))
                .toList();
    }

    private Letter known(String id) {
        return box.letter(id)
                .orElseThrow(
                        () ->
                                new WebApplicationException(
                                        Problems.response(
                                                404,
                                                "No such dead letter",
                                                "There is no dead letter "
                                                        + id
                                                        + ", or it is off the list.")));
    }
}
