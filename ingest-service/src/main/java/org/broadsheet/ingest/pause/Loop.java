package org.broadsheet.ingest.pause;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/// A thread that takes one turn after the other for as long as the service runs. What fails is
/// taken again after a pause that grows until something went well.
public final class Loop {
    /// Between being interrupted and being left alone.
    private static final Duration LAST_WAIT = Duration.ofSeconds(2);

    private final Turn turn;
    private final GrowingPause pause;
    private final BiConsumer<Exception, Duration> failed;
    private final Thread thread;
    private final CountDownLatch stop = new CountDownLatch(1);

    /// What is done again and again.
    @FunctionalInterface
    public interface Turn {
        /// @return how long to rest before the next one
        /// @throws InterruptedException if the loop is to end
        Duration take() throws Exception;
    }

    /// @param name of the thread
    /// @param pause after failures
    /// @param failed hears of each failure, and how long it makes the loop rest
    public Loop(
            String name, GrowingPause pause, Turn turn, BiConsumer<Exception, Duration> failed) {
        this.turn = turn;
        this.pause = pause;
        this.failed = failed;
        this.thread = Thread.ofPlatform().name(name).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /// No other turn begins, and a rest ends at once.
    public void end() {
        stop.countDown();
    }

    /// The same, and waits: a turn under way has the grace to come to its end, then it is
    /// interrupted.
    public void end(Duration grace) throws InterruptedException {
        end();
        if (!grace.isPositive() || !thread.join(grace)) {
            thread.interrupt();
            thread.join(LAST_WAIT);
        }
    }

    /// For turns that are long: they should come to an end.
    public boolean isEnding() {
        return stop.getCount() == 0;
    }

    public boolean isAlive() {
        return thread.isAlive();
    }

    /// For turns that are long: what fails from now on is another failure.
    public void wentWell() {
        pause.reset();
    }

    private void run() {
        while (!isEnding()) {
            Duration rest;
            try {
                rest = turn.take();
                pause.reset();
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                rest = pause.next();
                failed.accept(e, rest);
            }
            if (isEndingWithin(rest)) {
                return;
            }
        }
    }

    private boolean isEndingWithin(Duration rest) {
        try {
            return stop.await(rest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }
}
