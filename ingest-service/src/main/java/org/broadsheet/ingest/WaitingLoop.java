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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.broadsheet.ingest.pause.GrowingPause;
import org.broadsheet.ingest.schema.Schema;

/// Takes files that wait in the ledger for as long as the service runs, one per core at a time.
/// Nothing that fails is lost: it waits on.
@ApplicationScoped
class WaitingLoop {
    private static final Duration RETRY_DELAY_MIN = Duration.ofMillis(250);
    private static final Duration RETRY_DELAY_MAX = Duration.ofSeconds(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration STOP_GRACE = Duration.ofSeconds(6);

    private final IngestPipeline pipeline;
    private final Schema schema;
    private final List<Thread> threads;
    private final CountDownLatch stop = new CountDownLatch(1);

    WaitingLoop(IngestPipeline pipeline, Schema schema) {
        this.pipeline = pipeline;
        this.schema = schema;
        this.threads =
                IntStream.rangeClosed(1, Runtime.getRuntime().availableProcessors())
                        .mapToObj(n -> Thread.ofPlatform().name("waiting-" + n))
                        .map(thread -> thread.unstarted(this::run))
                        .toList();
    }

    void start(@Observes StartupEvent event) {
        threads.forEach(Thread::start);
    }

    /// Lets the files in work be finished, then leaves.
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop.countDown();
        Instant deadline = Instant.now().plus(STOP_GRACE);
        for (Thread thread : threads) {
            Duration left = Duration.between(Instant.now(), deadline);
            thread.join(left.isPositive() ? left : Duration.ofMillis(1));
        }
    }

    boolean isAlive() {
        return threads.stream().allMatch(Thread::isAlive);
    }

    private void run() {
        GrowingPause pause = new GrowingPause(RETRY_DELAY_MIN, RETRY_DELAY_MAX);
        while (stop.getCount() > 0) {
            Duration rest = LOOK_EVERY;
            try {
                schema.ensure();
                if (pipeline.ingestNextWaiting()) {
                    rest = Duration.ZERO;
                }
                pause.reset();
            } catch (SQLException | RuntimeException e) {
                rest = pause.next();
                Log.warnf("waiting files rest retryIn=%s reason=%s", rest, e.getMessage());
            }
            try {
                if (stop.await(rest.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
