package org.broadsheet.ingest.outbox;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.broadsheet.ingest.pause.GrowingPause;
import org.broadsheet.ingest.pause.Loop;
import org.broadsheet.ingest.schema.Schema;

/// Keeps the relay going: waits for schema, topic and lead, relays batch after batch, and begins
/// again with a growing delay whenever PostgreSQL or Kafka goes away.
@ApplicationScoped
class OutboxLoop {
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LEAD_TRIED_EVERY = Duration.ofSeconds(1);
    private static final Duration CLEAN_UP_EVERY = Duration.ofMinutes(10);

    private final OutboxRelay relay;
    private final Outbox outbox;
    private final OutboxBell bell;
    private final OutboxLag lag;
    private final ArticleTopic topic;
    private final Republication republication;
    private final OutboxConfig config;
    private final Schema schema;
    private final DataSource dataSource;
    private final Loop loop;

    OutboxLoop(
            OutboxRelay relay,
            Outbox outbox,
            OutboxBell bell,
            OutboxLag lag,
            ArticleTopic topic,
            Republication republication,
            OutboxConfig config,
            Schema schema,
            DataSource dataSource) {
        this.relay = relay;
        this.outbox = outbox;
        this.bell = bell;
        this.lag = lag;
        this.topic = topic;
        this.republication = republication;
        this.config = config;
        this.schema = schema;
        this.dataSource = dataSource;
        this.loop =
                new Loop(
                        "outbox-relay",
                        new GrowingPause(FIRST_RETRY, config.retryDelayMax()),
                        this::turn,
                        (e, rest) ->
                                Log.warnf("relay waits retryIn=%s reason=%s", rest, reason(e)));
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    /// Lets the batch in flight end, then leaves; the database and the producer close after this.
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.end(Duration.ofSeconds(5));
    }

    boolean isAlive() {
        return loop.isAlive();
    }

    private Duration turn()
            throws SQLException, ExecutionException, TimeoutException, InterruptedException {
        schema.ensure();
        measureLag();
        String topicId = topic.ensure();
        loop.wentWell();
        lead(topicId);
        return Duration.ZERO;
    }

    private void lead(String topicId)
            throws SQLException, ExecutionException, TimeoutException, InterruptedException {
        try (Connection connection = dataSource.getConnection()) {
            if (!relay.tryLead(connection)) {
                Thread.sleep(LEAD_TRIED_EVERY);
                return;
            }
            try {
                topic.warnOfOtherLayout();
                republication.fillIfNew(connection, config.topic(), topicId);
                relayUntilStopped(connection, topicId);
            } finally {
                if (connection.isValid(1)) {
                    relay.release(connection);
                }
            }
        }
    }

    /// Until the service stops, or another topic stands in the place of this one.
    private void relayUntilStopped(Connection connection, String topicId)
            throws SQLException, ExecutionException, TimeoutException, InterruptedException {
        Instant cleanUpAt = Instant.EPOCH;
        Instant topicCheckAt = Instant.now().plus(config.topicCheckEvery());
        OutboxRelay.Lead lead = relay.lead(connection);
        while (!loop.isEnding()) {
            int published = lead.relay();
            lag.measure(connection);
            if (Instant.now().isAfter(topicCheckAt)) {
                if (!topic.ensure().equals(topicId)) {
                    return;
                }
                topicCheckAt = Instant.now().plus(config.topicCheckEvery());
            }
            if (published == 0) {
                if (Instant.now().isAfter(cleanUpAt)) {
                    outbox.removePublished(connection, config.keepPublished());
                    cleanUpAt = Instant.now().plus(CLEAN_UP_EVERY);
                }
                bell.await(config.pollEvery());
            }
        }
    }

    private void measureLag() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            lag.measure(connection);
        } catch (SQLException e) {
            lag.unknown();
            throw e;
        }
    }

    private static String reason(Throwable e) {
        StringBuilder reason = new StringBuilder(String.valueOf(e.getMessage()));
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            reason.append(": ").append(cause.getMessage());
        }
        return reason.toString();
    }
}
