package org.broadsheet.index;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// Waits after trouble: each is drawn at random between nothing and a bound that doubles (full
/// jitter), so that replicas that failed together do not come back together.
final class Backoff {
    private final long minNanos;
    private final long maxNanos;
    private final RandomGenerator random;
    private long boundNanos;

    Backoff(Duration min, Duration max, RandomGenerator random) {
        this.minNanos = min.toNanos();
        this.maxNanos = max.toNanos();
        this.random = random;
        this.boundNanos = minNanos;
        if (minNanos < 1 || maxNanos < minNanos) {
            throw new IllegalArgumentException("backoff from " + min + " to " + max);
        }
    }

    Duration next() {
        long wait = random.nextLong(boundNanos + 1);
        boundNanos = boundNanos > maxNanos / 2 ? maxNanos : boundNanos * 2;
        return Duration.ofNanos(wait);
    }

    void reset() {
        boundNanos = minNanos;
    }
}
