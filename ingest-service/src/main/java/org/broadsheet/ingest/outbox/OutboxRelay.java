package org.broadsheet.ingest.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// Moves events from the outbox to the topic, in row order. One relay at a time: whoever holds the
/// advisory lock. The rows are read and marked on the very connection that holds it, so a relay
/// that lost the lock can't mark anything.
@ApplicationScoped
class OutboxRelay {
    /// Any fixed number will do; this one spells "outbox" on no keyboard but is ours alone.
    private static final long LOCK = 6_885_421_309L;

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
    boolean tryLead(Connection connection) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, LOCK);
            ResultSet row = lock.executeQuery();
            row.next();
            return row.getBoolean(1);
        }
    }

    /// Gives the lead up, so that the pooled connection does not keep it.
    void release(Connection connection) throws SQLException {
        try (PreparedStatement unlock =
                connection.prepareStatement("select pg_advisory_unlock(?)")) {
            unlock.setLong(1, LOCK);
            unlock.execute();
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
            throw new PublishException(rows.get(sent.acknowledged()).key(), sent.failure().get());
        }
        return sent.acknowledged();
    }

    /// The broker did not acknowledge an event; it is sent again.
    static final class PublishException extends RuntimeException {
        private static final long serialVersionUID = 1;

        PublishException(String article, Exception cause) {
            super("event not acknowledged article=" + article, cause);
        }
    }
}
