package org.broadsheet.ingest.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The relay on a real PostgreSQL, with an outbox that only this connection sees, and a broker that
/// fails as told.
class OutboxRelayIT {
    private final Connection connection = connect();

    @BeforeEach
    void fillOutbox() throws SQLException, IOException {
        execute(outboxTable());
        execute(
                """
                insert into outbox (aggregatetype, aggregateid, type, payload, occurred_at)
                select 'article', 'article-' || n, 'ArticleStored', '{}', now()
                from generate_series(1, 5) n
                """);
        execute(
                """
                create temp table article as
                select 'article-' || n id, 0 unsent, null::text last_error
                from generate_series(1, 5) n
                """);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void acknowledgedRowsAreMarked() throws Exception {
        assertThat(relay(Set.of()).lead(connection).relay()).isEqualTo(5);

        assertThat(unpublished()).isEmpty();
    }

    @Test
    void onlyTheAcknowledgedPrefixIsMarkedAndTheRestComesAgainInOrder() throws Exception {
        assertThatThrownBy(() -> relay(Set.of(2, 4)).lead(connection).relay())
                .isInstanceOf(OutboxRelay.PublishException.class)
                .hasMessageContaining("article-3");
        assertThat(unpublished()).containsExactly("article-3", "article-4", "article-5");
        assertThat(troubles())
                .containsExactly(
                        "article-3 1 the topic did not take it: not acknowledged",
                        "article-4 1 the topic did not take it: not acknowledged",
                        "article-5 1 the topic did not take it: not acknowledged");

        FailingProducer producer = new FailingProducer(Set.of());
        relay(producer).lead(connection).relay();

        assertThat(unpublished()).isEmpty();
        assertThat(producer.history())
                .extracting(record -> record.key())
                .containsExactly("article-3", "article-4", "article-5");
    }

    @Test
    void behindAFullBatchTheNextIsReadWhileItTravels() throws Exception {
        FailingProducer producer = new FailingProducer(Set.of());
        OutboxRelay.Lead lead = relayOfTwo(producer).lead(connection);

        assertThat(lead.relay()).isEqualTo(2);
        assertThat(unpublished()).containsExactly("article-3", "article-4", "article-5");
        assertThat(lead.relay()).isEqualTo(2);
        assertThat(lead.relay()).isEqualTo(1);
        assertThat(unpublished()).isEmpty();

        assertThat(lead.relay()).isZero();
        assertThat(producer.history())
                .extracting(record -> record.key())
                .containsExactly("article-1", "article-2", "article-3", "article-4", "article-5");
    }

    /// Another may lead by then.
    @Test
    void whatWasReadAheadIsNotSentWhenTheConnectionIsLost() throws Exception {
        FailingProducer producer = new FailingProducer(Set.of());
        OutboxRelay.Lead lead = relayOfTwo(producer).lead(connection);
        lead.relay();

        connection.close();

        assertThatThrownBy(lead::relay).isInstanceOf(SQLException.class);
        assertThat(producer.history()).hasSize(2);
    }

    @Test
    void whatTravelsIsAwaitedWhenTheConnectionIsLostMeanwhile() {
        FailingProducer producer = new FailingProducer(Set.of());
        OutboxRelay.Lead lead = relayOfTwo(producer).lead(failing(2, 3));

        assertThatThrownBy(lead::relay).isInstanceOf(SQLException.class).hasMessage("failed");

        assertThat(producer.history()).hasSize(2);
        assertThat(producer.flushed()).isTrue();
    }

    @Test
    void whatIsAcknowledgedIsMarkedWhenTheNextCannotBeRead() throws Exception {
        FailingProducer producer = new FailingProducer(Set.of());
        OutboxRelay.Lead lead = relayOfTwo(producer).lead(failing(2, 2));

        assertThat(lead.relay()).isEqualTo(2);

        assertThat(unpublished()).containsExactly("article-3", "article-4", "article-5");
        assertThat(lead.relay()).isEqualTo(2);
    }

    /// One whose statements fail from one to another, counted from 1.
    private Connection failing(int first, int last) {
        AtomicInteger statements = new AtomicInteger();
        return (Connection)
                Proxy.newProxyInstance(
                        Connection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("prepareStatement")) {
                                int number = statements.incrementAndGet();
                                if (first <= number && number <= last) {
                                    throw new SQLException("failed");
                                }
                            }
                            return method.invoke(connection, arguments);
                        });
    }

    @Test
    void aRowThatIsCommittedLateGoesBeforeThoseWithALargerId() throws Exception {
        FailingProducer producer = new FailingProducer(Set.of());
        execute(
                """
                insert into outbox (aggregatetype, aggregateid, type, payload, occurred_at)
                select 'article', 'article-' || n, 'ArticleStored', '{}', now()
                from generate_series(6, 7) n
                """);
        execute("delete from outbox where aggregateid = 'article-1'");
        OutboxRelay.Lead lead = relayOfTwo(producer).lead(connection);
        lead.relay();
        execute(
                """
                insert into outbox (id, aggregatetype, aggregateid, type, payload, occurred_at)
                overriding system value
                values (1, 'article', 'article-1', 'ArticleStored', '{}', now())
                """);
        while (lead.relay() > 0) {}

        assertThat(producer.history())
                .extracting(record -> record.key().replace("article-", ""))
                .containsExactly("2", "3", "4", "5", "1", "6", "7");
        assertThat(unpublished()).isEmpty();
    }

    @Test
    void afterAFailureWhatWasReadAheadIsReadAgainBehindIt() throws Exception {
        FailingProducer producer = new FailingProducer(Set.of(1));
        OutboxRelay.Lead lead = relayOfTwo(producer).lead(connection);

        assertThatThrownBy(lead::relay).hasMessageContaining("article-2");

        assertThat(unpublished())
                .containsExactly("article-2", "article-3", "article-4", "article-5");
        assertThat(troubles())
                .containsExactly("article-2 1 the topic did not take it: not acknowledged");
        assertThatThrownBy(lead::relay).hasMessageContaining("article-3");
        assertThat(producer.history())
                .extracting(record -> record.key())
                .containsExactly("article-1", "article-2", "article-2", "article-3");
        assertThat(unpublished()).containsExactly("article-3", "article-4", "article-5");
    }

    @Test
    void oneRelayLeadsAndAnotherTakesOverWhenItsConnectionEnds() throws Exception {
        try (Connection other = connect()) {
            assertThat(relay(Set.of()).tryLead(other)).isTrue();
            assertThat(relay(Set.of()).tryLead(connection)).isFalse();
        }
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(relay(Set.of()).tryLead(connection)).isTrue());
        assertThat(setting("idle_session_timeout")).isEqualTo("20s");

        relay(Set.of()).release(connection);

        assertThat(setting("idle_session_timeout")).isEqualTo("0");
    }

    @Test
    void twoSchemasOfOneDatabaseHaveARelayEach() throws Exception {
        try (Connection other = connect()) {
            try (Statement statement = other.createStatement()) {
                statement.execute("set search_path to pg_catalog");
            }

            assertThat(relay(Set.of()).tryLead(other)).isTrue();
            assertThat(relay(Set.of()).tryLead(connection)).isTrue();
        }
    }

    private static OutboxRelay relay(Set<Integer> failing) {
        return relay(new FailingProducer(failing));
    }

    private static OutboxRelay relay(FailingProducer producer) {
        return relay(producer, ArticleProducerTest.config());
    }

    /// One that sends two rows at a time.
    private static OutboxRelay relayOfTwo(FailingProducer producer) {
        return relay(producer, ArticleProducerTest.config(Map.of("outbox.batch-size", "2")));
    }

    private static OutboxRelay relay(FailingProducer producer, OutboxConfig config) {
        return new OutboxRelay(
                new Outbox(),
                new ArticleProducer(config, producer, OpenTelemetry.noop().getTracer("test")),
                config,
                new SimpleMeterRegistry());
    }

    private List<String> unpublished() throws SQLException {
        return new Outbox()
                .unpublished(connection, List.of(), 100).stream().map(OutboxRow::key).toList();
    }

    /// What is noted with articles whose events were not acknowledged.
    private List<String> troubles() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ResultSet rows =
                    statement.executeQuery(
                            "select id || ' ' || unsent || ' ' || last_error from article"
                                    + " where unsent > 0 order by id");
            List<String> troubles = new ArrayList<>();
            while (rows.next()) {
                troubles.add(rows.getString(1));
            }
            return troubles;
        }
    }

    private String setting(String name) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + name)) {
            row.next();
            values.add(row.getString(1));
        }
        return values.getFirst();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The table as the migration makes it, as one that ends with the connection.
    private static String outboxTable() throws IOException {
        try (InputStream file =
                OutboxRelayIT.class.getResourceAsStream("/db/migration/V1__archive.sql")) {
            assertThat(file).isNotNull();
            String script = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            Matcher table =
                    Pattern.compile("create table (outbox \\(.*?\\n\\);)", Pattern.DOTALL)
                            .matcher(script);
            assertThat(table.find()).isTrue();
            return "create temp table " + table.group(1);
        }
    }

    private static Connection connect() {
        try {
            Connection connection =
                    DriverManager.getConnection(
                            environment("QUARKUS_DATASOURCE_JDBC_URL"),
                            environment("QUARKUS_DATASOURCE_USERNAME"),
                            environment("QUARKUS_DATASOURCE_PASSWORD"));
            // A schema of its own for the lock: a stack on this database keeps its relay.
            try (Statement statement = connection.createStatement()) {
                statement.execute("set search_path to information_schema");
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(
                    name + " is not set: deploy/test starts the servers and sets it.");
        }
        return value;
    }
}
