package org.broadsheet.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Duration MIN = Duration.ofMillis(100);
    private static final Duration MAX = Duration.ofSeconds(30);

    /// Always the longest wait that is allowed.
    private static final RandomGenerator LONGEST =
            new RandomGenerator() {
                @Override
                public long nextLong() {
                    return 0;
                }

                @Override
                public long nextLong(long bound) {
                    return bound - 1;
                }
            };

    @Test
    void boundDoublesUpToTheMaximum() {
        Backoff backoff = new Backoff(MIN, MAX, LONGEST);

        List<Long> millis =
                IntStream.range(0, 11).mapToObj(n -> backoff.after(n).toMillis()).toList();

        assertThat(millis)
                .containsExactly(
                        100L, 200L, 400L, 800L, 1600L, 3200L, 6400L, 12800L, 25600L, 30000L,
                        30000L);
    }

    @Test
    void waitsStayShortWhileOthersGetThrough() {
        Backoff backoff = new Backoff(MIN, MAX, LONGEST);

        List<Long> millis =
                Stream.of(0, 1, 2, 3, 20).map(n -> backoff.after(n, 0).toMillis()).toList();

        assertThat(millis).containsExactly(100L, 200L, 400L, 400L, 400L);
    }

    @Test
    void waitsGrowWithTheRoundsInWhichNothingGetsThrough() {
        Backoff backoff = new Backoff(MIN, MAX, LONGEST);

        assertThat(backoff.after(20, 1)).hasMillis(400);
        assertThat(backoff.after(20, 5)).hasMillis(3200);
        assertThat(backoff.after(3, 5)).hasMillis(800);
        assertThat(backoff.after(20, 20)).isEqualTo(MAX);
    }

    @Test
    void waitsAreSpreadFromNothingToTheBound() {
        Backoff backoff = new Backoff(MAX, MAX, new SplittableRandom(1));

        List<Duration> waits = Stream.generate(() -> backoff.after(0)).limit(1000).toList();

        assertThat(waits).allMatch(wait -> !wait.isNegative() && wait.compareTo(MAX) <= 0);
        assertThat(waits).anyMatch(wait -> wait.compareTo(MAX.dividedBy(10)) < 0);
        assertThat(waits).anyMatch(wait -> wait.compareTo(MAX.multipliedBy(9).dividedBy(10)) > 0);
    }
}
