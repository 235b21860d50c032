package org.broadsheet.ingest.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Rings when this service has committed events, so that its relay need not wait for its next look
/// at the outbox. Only a doorbell: events of other services don't ring, and are found by looking.
@ApplicationScoped
public class OutboxBell {
    private final Semaphore rings = new Semaphore(0);

    /// To be called after the transaction, not within it.
    public void ring() {
        rings.release();
    }

    /// Returns when it has rung since the last wait, and at the latest after `longest`.
    void await(Duration longest) throws InterruptedException {
        if (rings.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            rings.drainPermits();
        }
    }
}
