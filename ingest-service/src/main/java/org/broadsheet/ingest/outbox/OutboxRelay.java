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

    /// Of the batch that travels: behind a larger one the memory is left to it. Five hundred
    /// articles have one or two million.
    private static final long AHEAD_CHARACTERS_MAX = 4_000_000;

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

    /// Begins to publish on the connection that holds the lead.
    Lead lead(Connection connection) {
        return new Lead(connection);
    }

    /// Batch after batch, one on its way to the topic at a time. Behind a full one there is likely
    /// more: it is read meanwhile, so that PostgreSQL and Kafka need not wait for each other. For
    /// one thread.
    final class Lead {
        private final Connection connection;
        private List<OutboxRow> next = List.of();

        private Lead(Connection connection) {
            this.connection = connection;
        }

        /// Publishes one batch.
        ///
        /// @return how many rows were published; 0 if there was nothing to do
        /// @throws PublishException if the broker did not take all of it; what it took is marked
        int relay() throws SQLException, InterruptedException {
            List<OutboxRow> rows = take();
            if (rows.isEmpty()) {
                return 0;
            }
            ArticleProducer.Sent sent = send(rows);
            if (sent.acknowledged() > 0) {
                outbox.markPublished(connection, rows.subList(0, sent.acknowledged()));
                published.increment(sent.acknowledged());
                Log.infof("events published count=%d", sent.acknowledged());
            }
            if (sent.failure().isPresent()) {
                next = List.of();
                throw unsent(rows.subList(sent.acknowledged(), rows.size()), sent.failure().get());
            }
            return sent.acknowledged();
        }

        /// Right before rows are sent this connection answers, which shows that it has the lead.
        private List<OutboxRow> take() throws SQLException {
            List<OutboxRow> rows = next;
            next = List.of();
            if (rows.isEmpty()) {
                return unpublished(List.of());
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("select 1");
            }
            return rows;
        }

        /// What travels is awaited whatever happens: whoever leads next must not be overtaken by
        /// it, and what is acknowledged is to be marked.
        private ArticleProducer.Sent send(List<OutboxRow> rows) throws InterruptedException {
            ArticleProducer.Sending sending = producer.send(rows);
            try {
                if (rows.size() == config.batchSize() && characters(rows) <= AHEAD_CHARACTERS_MAX) {
                    next = unpublished(rows);
                }
            } catch (SQLException | RuntimeException e) {
                // Marking tells, or reading them again.
                Log.debugf(e, "next events not read ahead");
            }
            return sending.await();
        }

        private List<OutboxRow> unpublished(List<OutboxRow> travelling) throws SQLException {
            return outbox.unpublished(connection, travelling, config.batchSize());
        }

        private PublishException unsent(List<OutboxRow> rows, Exception failure)
                throws SQLException {
            outbox.noteUnsent(connection, rows, "the topic did not take it: " + reason(failure));
            return new PublishException(rows.getFirst().key(), failure);
        }
    }

    private static long characters(List<OutboxRow> rows) {
        return rows.stream().mapToLong(row -> row.payload().length()).sum();
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
