package org.broadsheet.index;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Makes searches see what was written: at once where nothing else is in hand, so that a page that
/// comes alone is found as soon as it is in, and soon where little is. Behind a backlog nobody
/// refreshes but Elasticsearch, at the index's own `refresh_interval`, which is longer: every
/// refresh leaves a small segment, and merging those takes the time that the backlog waits for.
/// That interval also stands in for a refresh that failed, or that nobody lived to ask for.
///
/// While something is in hand refreshes take a tenth of the time at most, else half of it: where
/// they are slow they become rarer, though never rarer than the index's own.
///
/// For one thread; the refresh itself runs beside it.
final class Refresher {
    private static final Logger LOG = Logger.getLogger(Refresher.class);

    /// More events in hand than this, those of a dozen pages, are a backlog.
    private static final int LITTLE = 100;

    /// A pause is so many times as long as the refresh before it while something is in hand, and as
    /// long as it otherwise.
    private static final int PAUSE_TIMES = 9;

    /// As long as the index's own `refresh_interval`: a longer one would save nothing.
    private static final Duration PAUSE_MAX = Duration.ofSeconds(5);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

    private final Supplier<Optional<String>> refresh;
    private final Duration every;
    private final Executor beside;
    private final LongSupplier clock;
    private boolean unseen;
    private long unseenSince;
    private volatile boolean running;
    private volatile long began;
    private volatile long took;
    private boolean inTrouble;

    /// @param refresh returns when searches see what was written before, or says why they do not
    /// @param every least time from the beginning of one refresh to that of the next
    /// @param beside where refreshes run
    /// @param clock nanoseconds as of `System.nanoTime()`
    Refresher(
            Supplier<Optional<String>> refresh,
            Duration every,
            Executor beside,
            LongSupplier clock) {
        this.refresh = refresh;
        this.every = every;
        this.beside = beside;
        this.clock = clock;
        this.began = clock.getAsLong() - every.toNanos();
    }

    /// Something was written that searches don't see yet.
    void wrote() {
        if (!unseen) {
            unseen = true;
            unseenSince = clock.getAsLong();
        }
    }

    /// Refreshes, if there is something to show and it is time.
    ///
    /// @param inHand events that are not settled yet
    void look(int inHand) {
        long now = clock.getAsLong();
        if (!unseen || running || now - notBefore(inHand) < 0) {
            return;
        }
        boolean isLate = now - unseenSince >= every.toNanos();
        if (inHand == 0 || (inHand <= LITTLE && isLate)) {
            unseen = false;
            running = true;
            beside.execute(this::run);
        }
    }

    /// How long until `look` would refresh with nothing in hand; empty if there is nothing to show.
    OptionalLong nanosUntilDue() {
        if (!unseen) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                running ? LOOK_AGAIN.toNanos() : Math.max(0, notBefore(0) - clock.getAsLong()));
    }

    private long notBefore(int inHand) {
        long pause = Math.min((inHand == 0 ? 1 : PAUSE_TIMES) * took, PAUSE_MAX.toNanos());
        return began + Math.max(every.toNanos(), took + pause);
    }

    private void run() {
        began = clock.getAsLong();
        try {
            tell(refresh.get());
        } finally {
            took = clock.getAsLong() - began;
            running = false;
        }
    }

    /// Each change is one line in the log.
    private void tell(Optional<String> trouble) {
        if (trouble.isPresent() != inTrouble) {
            inTrouble = trouble.isPresent();
            if (inTrouble) {
                LOG.warnf(
                        "refresh failed, searches see articles some seconds later reason=\"%s\"",
                        trouble.get());
            } else {
                LOG.info("refresh works");
            }
        }
    }
}
