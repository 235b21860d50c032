package org.broadsheet.ingest.pause;

import java.time.Duration;

/// The waits of one loop that runs into trouble: each twice as long as the one before, up to a
/// limit, and short again after a success. For one thread.
public final class GrowingPause {
    private final Duration first;
    private final Duration max;
    private Duration next;

    public GrowingPause(Duration first, Duration max) {
        if (first.isNegative() || first.isZero() || max.compareTo(first) < 0) {
            throw new IllegalArgumentException("pause from " + first + " to " + max);
        }
        this.first = first;
        this.max = max;
        this.next = first;
    }

    /// The wait after this failure.
    public Duration next() {
        Duration now = next;
        Duration twice = now.multipliedBy(2);
        next = twice.compareTo(max) > 0 ? max : twice;
        return now;
    }

    public void reset() {
        next = first;
    }
}
