package org.broadsheet.index;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.broadsheet.index.index.WriteResult;

/// Counts since the start of this process. Events read = applied + stale + dead, plus those in
/// hand.
@Singleton
class IndexerMetrics {
    private static final List<String> REPLAY_OUTCOMES =
            List.of("applied", "superseded", "refused", "not now", "discarded");

    private final Counter applied;
    private final Counter stale;
    private final MeterRegistry registry;
    private final LongAdder dead = new LongAdder();
    private final Counter retries;
    private final Timer bulk;
    private final Timer refresh;
    private final DistributionSummary batch;
    private volatile OptionalLong lag = OptionalLong.empty();

    IndexerMetrics(MeterRegistry registry) {
        applied = registry.counter("broadsheet.index.applied");
        stale = registry.counter("broadsheet.index.stale");
        this.registry = registry;
        retries = registry.counter("broadsheet.index.retries");
        bulk = registry.timer("broadsheet.index.bulk");
        refresh = registry.timer("broadsheet.index.refresh");
        batch = registry.summary("broadsheet.index.batch");
        // Told from the start, so that a rate is never missing.
        dead("undecodable", 0);
        REPLAY_OUTCOMES.forEach(outcome -> replayed(outcome, 0));
        Gauge.builder(
                        "broadsheet.index.lag",
                        this,
                        metrics -> metrics.lag.isPresent() ? metrics.lag.getAsLong() : Double.NaN)
                .description("Events that wait on the partitions of this replica")
                .register(registry);
    }

    List<WriteResult> timeBulk(Supplier<List<WriteResult>> call) {
        return bulk.wrap(call).get();
    }

    /// @param call says why it failed; only one that did not is counted
    Optional<String> timeRefresh(Supplier<Optional<String>> call) {
        long began = System.nanoTime();
        Optional<String> trouble = call.get();
        if (trouble.isEmpty()) {
            refresh.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
        return trouble;
    }

    void batch(int events) {
        batch.record(events);
    }

    void applied(int count) {
        applied.increment(count);
    }

    void stale(int count) {
        stale.increment(count);
    }

    /// @param cause the error's type, one of few
    void dead(String cause) {
        dead(cause, 1);
        dead.increment();
    }

    private void dead(String cause, int count) {
        registry.counter("broadsheet.index.dead", "cause", cause).increment(count);
    }

    /// @param outcome of a dead letter that was tried again, or discarded
    void replayed(String outcome) {
        replayed(outcome, 1);
    }

    private void replayed(String outcome, int count) {
        registry.counter("broadsheet.index.dead.letters.replayed", "outcome", outcome)
                .increment(count);
    }

    /// Documents that will be sent again.
    void toRetry(int count) {
        retries.increment(count);
    }

    void lag(OptionalLong events) {
        lag = events;
    }

    long applied() {
        return (long) applied.count();
    }

    long stale() {
        return (long) stale.count();
    }

    long dead() {
        return dead.sum();
    }

    OptionalLong lag() {
        return lag;
    }
}
