package org.broadsheet.benchmark.line;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Waits until a count has come to where it is wanted. A look costs those that are looked at, so
/// while much is left looks are rarer.
final class Looks {
    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration WITHIN = Duration.ofHours(2);

    private Looks() {}

    /// @param count that grows
    /// @return the count then
    /// @throws IllegalStateException after two hours
    static long until(long wanted, LongSupplier count) {
        long started = System.nanoTime();
        long before = count.getAsLong();
        long seen = before;
        while (seen < wanted) {
            long nanos = System.nanoTime() - started;
            if (nanos > WITHIN.toNanos()) {
                throw new IllegalStateException("only %d of %d".formatted(seen, wanted));
            }
            Web.pause(pause(nanos, seen - before, wanted - seen));
            seen = count.getAsLong();
        }
        return seen;
    }

    /// A fifth of the time that what is left will take if it goes on as before.
    private static Duration pause(long nanos, long done, long left) {
        if (done <= 0) {
            return SHORTEST;
        }
        long fifth = (long) ((double) nanos / done * left / 5);
        return Duration.ofNanos(Math.clamp(fifth, SHORTEST.toNanos(), LONGEST.toNanos()));
    }
}
