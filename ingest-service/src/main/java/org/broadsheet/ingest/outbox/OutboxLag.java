package org.broadsheet.ingest.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/// How far the topic is behind the archive. Counting stops at a limit: during a long outage of the
/// broker the figure must not cost more the longer it lasts; the age of the oldest event goes on
/// growing.
@ApplicationScoped
class OutboxLag {
    static final int COUNTED_MAX = 10_000;
    private static final Duration MEASURED_EVERY = Duration.ofSeconds(5);

    private volatile double rows = Double.NaN;
    private volatile double oldestSeconds = Double.NaN;
    private long measuredAt = System.nanoTime() - MEASURED_EVERY.toNanos();

    OutboxLag(MeterRegistry metrics) {
        Gauge.builder("broadsheet.outbox.unpublished", this, lag -> lag.rows)
                .description("Events not yet on the topic; " + COUNTED_MAX + " stands for more")
                .register(metrics);
        Gauge.builder("broadsheet.outbox.oldest", this, lag -> lag.oldestSeconds)
                .baseUnit("seconds")
                .description("Age of the oldest event that is not yet on the topic")
                .register(metrics);
    }

    /// Measures, unless that was done a moment ago. For one thread.
    void measure(Connection connection) throws SQLException {
        if (System.nanoTime() - measuredAt < MEASURED_EVERY.toNanos()) {
            return;
        }
        try (PreparedStatement select =
                connection.prepareStatement(
                        """
                        select count(*), coalesce(extract(epoch from now() - min(occurred_at)), 0)
                        from (select occurred_at from outbox
                              where published_at is null order by id limit ?) waiting
                        """)) {
            select.setInt(1, COUNTED_MAX);
            ResultSet row = select.executeQuery();
            row.next();
            rows = row.getLong(1);
            oldestSeconds = Math.max(0, row.getDouble(2));
        }
        measuredAt = System.nanoTime();
    }

    /// PostgreSQL can't be asked.
    void unknown() {
        rows = Double.NaN;
        oldestSeconds = Double.NaN;
    }

    double rows() {
        return rows;
    }

    double oldestSeconds() {
        return oldestSeconds;
    }
}
