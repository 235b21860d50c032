package org.broadsheet.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefresherTest {
    private static final Duration EVERY = Duration.ofMillis(500);

    private final Queue<Runnable> beside = new ArrayDeque<>();
    private Duration now = Duration.ZERO;
    private Duration took = Duration.ofMillis(5);
    private int refreshes;
    private final Refresher refresher =
            new Refresher(this::refresh, EVERY, beside::add, () -> now.toNanos());

    private Optional<String> refresh() {
        refreshes++;
        now = now.plus(took);
        return Optional.empty();
    }

    @Test
    void firstIsAtOnceAndTheNextAfterAWhile() {
        writeAndRest();
        assertThat(refreshes).isEqualTo(1);

        writeAndRest();
        assertThat(refreshes).isEqualTo(1);
        assertThat(refresher.nanosUntilDue())
                .isEqualTo(OptionalLong.of(EVERY.minusMillis(5).toNanos()));

        now = EVERY;
        restAndRun();
        assertThat(refreshes).isEqualTo(2);
    }

    @Test
    void nothingIsRefreshedThatWasNotWritten() {
        restAndRun();

        assertThat(refreshes).isZero();
        assertThat(refresher.nanosUntilDue()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5, 495", "300, 300", "30000, 5000"})
    void slowOnesBecomeRareButNoLongerThanTheIndexItselfWouldTake(long took, long pause) {
        this.took = Duration.ofMillis(took);
        writeAndRest();

        refresher.wrote();
        assertThat(refresher.nanosUntilDue())
                .isEqualTo(OptionalLong.of(Duration.ofMillis(pause).toNanos()));
    }

    @Test
    void slowOnesBecomeRarerStillWhileSomethingIsInHand() {
        took = Duration.ofMillis(300);
        writeAndRest();

        refresher.wrote();
        now = now.plusMillis(2_699);
        lookAndRun(1);
        assertThat(refreshes).isEqualTo(1);
        now = now.plusMillis(1);
        lookAndRun(1);
        assertThat(refreshes).isEqualTo(2);
    }

    @Test
    void littleInHandDelaysItAndABacklogLeavesItToTheIndex() {
        refresher.wrote();
        lookAndRun(1);
        assertThat(refreshes).isZero();

        now = EVERY;
        lookAndRun(101);
        assertThat(refreshes).isZero();
        lookAndRun(100);
        assertThat(refreshes).isEqualTo(1);
    }

    @Test
    void whatIsWrittenWhileOneRunsIsShownByTheNext() {
        refresher.wrote();
        refresher.look(0);
        refresher.wrote();
        refresher.look(0);
        assertThat(beside).hasSize(1);
        assertThat(refresher.nanosUntilDue())
                .isEqualTo(OptionalLong.of(Duration.ofMillis(25).toNanos()));

        beside.remove().run();
        now = EVERY;
        restAndRun();
        assertThat(refreshes).isEqualTo(2);
    }

    @Test
    void oneThatFailsIsNotTheLast() {
        Refresher failing =
                new Refresher(
                        () -> {
                            throw new IllegalStateException("told to fail");
                        },
                        EVERY,
                        task -> {
                            try {
                                task.run();
                            } catch (IllegalStateException e) {
                                refreshes++;
                            }
                        },
                        () -> now.toNanos());
        failing.wrote();
        failing.look(0);
        now = EVERY;
        failing.wrote();
        failing.look(0);

        assertThat(refreshes).isEqualTo(2);
    }

    private void writeAndRest() {
        refresher.wrote();
        restAndRun();
    }

    private void restAndRun() {
        lookAndRun(0);
    }

    private void lookAndRun(int inHand) {
        refresher.look(inHand);
        while (!beside.isEmpty()) {
            beside.remove().run();
        }
    }
}
