package org.broadsheet.ingest;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.ingest.pause.GrowingPause;
import org.broadsheet.ingest.pause.Loop;
import org.broadsheet.ingest.schema.Schema;

/// Takes files that wait in the ledger for as long as the service runs, one per core at a time.
/// Nothing that fails is lost: it waits on.
@ApplicationScoped
class WaitingLoop {
    private static final Duration RETRY_DELAY_MIN = Duration.ofMillis(250);
    private static final Duration RETRY_DELAY_MAX = Duration.ofSeconds(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration STOP_GRACE = Duration.ofSeconds(6);

    /// Between two files that are read again, while the drop folder brings new ones.
    private static final Duration BEHIND_NEW = Duration.ofSeconds(1);

    private final IngestPipeline pipeline;
    private final DropLoop dropLoop;
    private final Schema schema;
    private final List<Loop> loops;

    WaitingLoop(IngestPipeline pipeline, DropLoop dropLoop, Schema schema) {
        this.pipeline = pipeline;
        this.dropLoop = dropLoop;
        this.schema = schema;
        this.loops =
                IntStream.rangeClosed(1, Runtime.getRuntime().availableProcessors())
                        .mapToObj(n -> loop("waiting-" + n))
                        .toList();
    }

    private Loop loop(String name) {
        return new Loop(
                name,
                new GrowingPause(RETRY_DELAY_MIN, RETRY_DELAY_MAX),
                this::turn,
                (e, rest) ->
                        Log.warnf("waiting files rest retryIn=%s reason=%s", rest, e.getMessage()));
    }

    void start(@Observes StartupEvent event) {
        loops.forEach(Loop::start);
    }

    /// Lets the files in work be finished, then leaves.
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loops.forEach(Loop::end);
        Instant deadline = Instant.now().plus(STOP_GRACE);
        for (Loop loop : loops) {
            loop.end(Duration.between(Instant.now(), deadline));
        }
    }

    boolean isAlive() {
        return loops.stream().allMatch(Loop::isAlive);
    }

    private Duration turn() throws SQLException {
        schema.ensure();
        return switch (pipeline.ingestNextWaiting()) {
            case NOTHING -> LOOK_EVERY;
            case NEW -> Duration.ZERO;
            case AGAIN -> dropLoop.isBusy() ? BEHIND_NEW : Duration.ZERO;
        };
    }
}
