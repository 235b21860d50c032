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
import org.broadsheet.ingest.schema.Schema;

/// Keeps the relay going: waits for schema, topic and lead, relays batch after batch, and begins
/// again with a growing delay whenever PostgreSQL or Kafka goes away.
@ApplicationScoped
class OutboxLoop {
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration CLEAN_UP_EVERY = Duration.ofMinutes(10);

    private final OutboxRelay relay;
    private final Outbox outbox;
    private final ArticleTopic topic;
    private final OutboxConfig config;
    private final Schema schema;
    private final DataSource dataSource;
    private final Thread thread = Thread.ofPlatform().name("outbox-relay").unstarted(this::run);
    private volatile boolean stopping;

    OutboxLoop(
            OutboxRelay relay,
            Outbox outbox,
            ArticleTopic topic,
            OutboxConfig config,
            Schema schema,
            DataSource dataSource) {
        this.relay = relay;
        this.outbox = outbox;
        this.topic = topic;
        this.config = config;
        this.schema = schema;
        this.dataSource = dataSource;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    /// Lets the batch in flight end, then leaves; the database and the producer close after this.
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (!thread.join(Duration.ofSeconds(5))) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(2));
        }
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    private void run() {
        Duration delay = FIRST_RETRY;
        while (!stopping) {
            try {
                schema.ensure();
                topic.ensure();
                delay = FIRST_RETRY;
                lead();
            } catch (SQLException | ExecutionException | TimeoutException | RuntimeException e) {
                Log.warnf("relay waits retryIn=%s reason=%s", delay, reason(e));
                delay = pause(delay);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void lead() throws SQLException, InterruptedException {
        try (Connection connection = dataSource.getConnection()) {
            if (!relay.tryLead(connection)) {
                sleep(Duration.ofSeconds(1));
                return;
            }
            try {
                relayUntilStopped(connection);
            } finally {
                if (connection.isValid(1)) {
                    relay.release(connection);
                }
            }
        }
    }

    private void relayUntilStopped(Connection connection)
            throws SQLException, InterruptedException {
        Instant cleanUpAt = Instant.EPOCH;
        while (!stopping) {
            if (relay.relay(connection) == 0) {
                if (Instant.now().isAfter(cleanUpAt)) {
                    outbox.removePublished(connection, config.keepPublished());
                    cleanUpAt = Instant.now().plus(CLEAN_UP_EVERY);
                }
                sleep(config.pollEvery());
            }
        }
    }

    private Duration pause(Duration delay) {
        try {
            sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
        Duration twice = delay.multipliedBy(2);
        return twice.compareTo(config.retryDelayMax()) > 0 ? config.retryDelayMax() : twice;
    }

    private void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
    }

    private static String reason(Throwable e) {
        StringBuilder reason = new StringBuilder(String.valueOf(e.getMessage()));
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            reason.append(": ").append(cause.getMessage());
        }
        return reason.toString();
    }
}
