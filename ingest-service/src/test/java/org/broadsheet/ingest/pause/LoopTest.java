package org.broadsheet.ingest.pause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoopTest {
    private static final Duration FIRST = Duration.ofMillis(1);
    private final List<Duration> rests = new CopyOnWriteArrayList<>();
    private final AtomicInteger turns = new AtomicInteger();

    private Loop loop(Loop.Turn turn) {
        return new Loop(
                "tested",
                new GrowingPause(FIRST, Duration.ofMillis(50)),
                turn,
                (e, rest) -> rests.add(rest));
    }

    @Test
    void whatFailsIsTakenAgainAfterPausesThatGrowUntilItGoesWell() throws Exception {
        Loop loop =
                loop(
                        () -> {
                            if (turns.incrementAndGet() != 4) {
                                throw new IOException("away");
                            }
                            return Duration.ZERO;
                        });

        loop.start();

        await().until(() -> rests.size() >= 4);
        loop.end(Duration.ofSeconds(5));
        assertThat(rests.subList(0, 4))
                .containsExactly(FIRST, FIRST.multipliedBy(2), FIRST.multipliedBy(4), FIRST);
        assertThat(loop.isAlive()).isFalse();
    }

    @Test
    void endCutsARestShort() throws Exception {
        Loop loop = loop(() -> Duration.ofHours(turns.incrementAndGet()));
        loop.start();
        await().until(() -> turns.get() == 1);

        loop.end(Duration.ofSeconds(20));

        assertThat(loop.isAlive()).isFalse();
        assertThat(turns).hasValue(1);
    }

    @Test
    void turnThatDoesNotEndInTimeIsInterrupted() throws Exception {
        Loop loop =
                loop(
                        () -> {
                            turns.incrementAndGet();
                            new CountDownLatch(1).await();
                            return Duration.ZERO;
                        });
        loop.start();
        await().until(() -> turns.get() == 1);

        loop.end(Duration.ZERO);

        assertThat(loop.isAlive()).isFalse();
        assertThat(rests).isEmpty();
    }
}
