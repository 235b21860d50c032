package org.broadsheet.ingest.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/// Moves events from the outbox to the topic, in row order. One relay at a time: whoever holds the
/// advisory lock. The rows are read and marked on the very connection that holds it, so a relay
/// that lost the lock can't mark anything.
@ApplicationScoped
class OutboxRelay {
    /// Advisory locks belong to a database: the schema keeps two archives in one database apart.
    private static final String LOCK =
            "hashtextextended('broadsheet outbox ' || current_schema(), 0)";

    private static final Duration BEYOND_DELIVERY = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final ArticleProducer producer;
    private final OutboxConfig config;
    private final Counter published;

    OutboxRelay(
            Outbox outbox, ArticleProducer producer, OutboxConfig config, MeterRegistry metrics) {
        this.outbox = outbox;
        this.producer = producer;
        this.config = config;
        this.published =
                Counter.builder("broadsheet.events.published")
                        .description("Events acknowledged by the broker")
                        .register(metrics);
    }

    /// Tries to become the one relay, for as long as this connection lives.
    ///
    /// A process that dies gives the lock up at once. One that is frozen, or whose host is gone,
    /// does not: PostgreSQL ends its session after a silence. That is longer than the producer
    /// holds on to a record, so a relay that wakes up later finds its records expired and can't
    /// send an old revision behind a newer one.
    boolean tryLead(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")");
            row.next();
            if (!row.getBoolean(1)) {
                return false;
            }
        }
        long silenceMillis = config.deliveryTimeout().plus(BEYOND_DELIVERY).toMillis();
        try (PreparedStatement limits =
                connection.prepareStatement(
                        """
                        select set_config('idle_session_timeout', ?, false),
                            set_config('tcp_keepalives_idle', '5', false),
                            set_config('tcp_keepalives_interval', '2', false),
                            set_config('tcp_keepalives_count', '3', false)
                        """)) {
            limits.setString(1, Long.toString(silenceMillis));
            limits.execute();
        }
        return true;
    }

    /// Gives the lead up, so that the pooled connection does not keep it.
    void release(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            statement.execute("reset idle_session_timeout");
            statement.execute("reset tcp_keepalives_idle");
            statement.execute("reset tcp_keepalives_interval");
            statement.execute("reset tcp_keepalives_count");
        }
    }

    /// Publishes one batch.
    ///
    /// @return how many rows were published; 0 if there was nothing to do
    /// @throws PublishException if the broker did not take all of it; what it took is marked
    int relay(Connection connection) throws SQLException, InterruptedException {
        List<OutboxRow> rows = outbox.unpublished(connection, config.batchSize());
        if (rows.isEmpty()) {
            return 0;
        }
        ArticleProducer.Sent sent = producer.send(rows);
        if (sent.acknowledged() > 0) {
            outbox.markPublished(connection, rows.subList(0, sent.acknowledged()));
            published.increment(sent.acknowledged());
            Log.infof("events published count=%d", sent.acknowledged());
        }
        if (sent.failure().isPresent()) {
            List<OutboxRow> unsent = rows.subList(sent.acknowledged(), rows.size());
            outbox.noteUnsent(
                    connection,
                    unsent,
                    "the topic did not take it: " + reason(sent.failure().get()));
            throw new PublishException(rows.get(sent.acknowledged()).key(), sent.failure().get());
        }
        return sent.acknowledged();
    }

    private static String reason(Exception failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return String.valueOf(cause.getMessage());
    }

    /// The broker did not acknowledge an event; it is sent again.
    static final class PublishException extends RuntimeException {
        private static final long serialVersionUID = 1;

        PublishException(String article, Exception cause) {
            super("event not acknowledged article=" + article, cause);
        }
    }
}
