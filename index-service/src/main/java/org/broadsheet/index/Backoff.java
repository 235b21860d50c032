package org.broadsheet.index;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// Waits after trouble: each is drawn at random between nothing and a bound that doubles with every
/// attempt (full jitter), so that replicas that failed together do not come back together.
final class Backoff {
    private static final int DOUBLINGS_AMONG_OTHERS = 2;

    private final long minNanos;
    private final long maxNanos;
    private final RandomGenerator random;

    Backoff(Duration min, Duration max, RandomGenerator random) {
        this.minNanos = min.toNanos();
        this.maxNanos = max.toNanos();
        this.random = random;
        if (minNanos < 1 || maxNanos < minNanos) {
            throw new IllegalArgumentException("backoff from " + min + " to " + max);
        }
    }

    /// The wait of a document. While others get through nothing is overloaded, however often chance
    /// has hit this one; and a long wait would hold up the offsets of all that was taken behind it.
    ///
    /// @param attempts that failed before the latest one
    /// @param vainRounds in a row in which nothing got through
    Duration after(int attempts, int vainRounds) {
        return after(Math.min(attempts, Math.max(DOUBLINGS_AMONG_OTHERS, vainRounds)));
    }

    /// @param attempts that failed before the latest one
    Duration after(int attempts) {
        long bound = minNanos;
        for (int i = 0; i < attempts && bound < maxNanos; i++) {
            bound = bound > maxNanos / 2 ? maxNanos : bound * 2;
        }
        return Duration.ofNanos(random.nextLong(bound + 1));
    }
}
