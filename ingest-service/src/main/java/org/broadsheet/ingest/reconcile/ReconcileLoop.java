package org.broadsheet.ingest.reconcile;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.broadsheet.ingest.pause.GrowingPause;
import org.broadsheet.ingest.pause.Loop;

/// Compares now and then without being asked, and keeps the last result as metrics.
@ApplicationScoped
class ReconcileLoop {
    private static final Duration RETRY_MIN = Duration.ofMinutes(1);
    private static final Duration RETRY_MAX = Duration.ofHours(1);
    private static final double MILLIS = 1_000;

    private final Reconciliation reconciliation;
    private final ReconcileConfig config;
    private final Loop loop;
    private boolean isFirst = true;

    ReconcileLoop(
            Reconciliation reconciliation,
            ReconcileConfig config,
            MeterRegistry metrics,
            Clock clock) {
        this.reconciliation = reconciliation;
        this.config = config;
        this.loop =
                new Loop(
                        "reconcile",
                        new GrowingPause(RETRY_MIN, RETRY_MAX),
                        this::turn,
                        (e, rest) ->
                                Log.warnf(
                                        "not compared retryIn=%s reason=%s", rest, e.getMessage()));
        for (String place : Findings.DIFFERENCES.keySet()) {
            Gauge.builder(
                            "broadsheet.reconcile.differences",
                            reconciliation,
                            r -> differences(r.last(), place))
                    .tag("place", place)
                    .description("Differences that the last comparison has found")
                    .register(metrics);
        }
        Gauge.builder(
                        "broadsheet.reconcile.age.seconds",
                        reconciliation,
                        r ->
                                r.last()
                                        .map(
                                                report ->
                                                        Duration.between(
                                                                                report.at(),
                                                                                clock.instant())
                                                                        .toMillis()
                                                                / MILLIS)
                                        .orElse(Double.NaN))
                .description("Time since the last comparison by this service")
                .register(metrics);
    }

    private static double differences(Optional<Report> report, String place) {
        return report.map(r -> (double) r.differences().getOrDefault(place, 0L)).orElse(Double.NaN);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.end(Duration.ZERO);
    }

    private Duration turn() throws SQLException, IOException, InterruptedException {
        if (isFirst) {
            isFirst = false;
            return config.firstAfter();
        }
        Optional<Report> report = reconciliation.compare();
        if (report.isPresent() && report.get().total() > 0) {
            Log.warnf(
                    "differences found count=%d by=%s first=%s",
                    report.get().total(),
                    report.get().differences(),
                    report.get().examples().getFirst());
        }
        return config.every();
    }
}
