package org.broadsheet.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// PostgreSQL, Kafka and Elasticsearch that go away, come back, or lose something.
final class ServerFaults {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LATER = Duration.ofSeconds(60);

    private ServerFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        8, "Elasticsearch down for a while", true, ServerFaults::elasticsearchDown),
                new Fault(
                        9,
                        "Elasticsearch killed under load",
                        false,
                        ServerFaults::killElasticsearch),
                new Fault(17, "broker killed, down for a while", true, ServerFaults::brokerDown),
                new Fault(18, "topic deleted, offsets reset", false, ServerFaults::loseTopic),
                new Fault(19, "PostgreSQL killed, cut, silent", true, ServerFaults::postgres),
                new Fault(20, "transaction that commits late", true, ServerFaults::commitLate),
                new Fault(
                        28,
                        "searches during change-over and restart",
                        false,
                        ServerFaults::search));
    }

    private static String elasticsearchDown(Line line, RandomGenerator random) throws Exception {
        Servers.kill("elasticsearch");
        line.press().drop(5);
        Line.eventually(SOON, () -> line.reason(line.index(), "indexer").isPresent());
        String reason = line.reason(line.index(), "indexer").orElse("");
        Thread.sleep(random.nextLong(1_000, 6_000));
        assertThat(line.index().isAlive()).as("index-service lives").isTrue();
        assertThat(Web.get(line.index().address() + "/q/health/live").status()).isEqualTo(200);
        Servers.restart();
        line.awaitReady(line.index());
        return "degraded: " + reason;
    }

    private static String killElasticsearch(Line line, RandomGenerator random) throws Exception {
        for (int i = 0; i < 2; i++) {
            line.press().drop(10);
            Thread.sleep(random.nextLong(300, 2_000));
            Servers.kill("elasticsearch");
            Servers.restart();
        }
        return "2 kills";
    }

    private static String brokerDown(Line line, RandomGenerator random) throws Exception {
        line.awaitReady(line.ingest());
        Servers.kill("kafka");
        line.press().drop(10);
        Line.eventually(SOON, () -> line.waitingFiles().isEmpty());
        long waiting = line.unpublished();
        assertThat(waiting).as("events wait in the outbox").isPositive();
        Thread.sleep(random.nextLong(500, 5_000));
        Servers.restart();
        return "files taken all the same, " + waiting + " events waited";
    }

    private static String loseTopic(Line line, RandomGenerator random) throws Exception {
        try (Admin admin = line.admin()) {
            admin.deleteTopics(List.of(line.topic())).all().get();
            line.press().drop(3);
            Line.eventually(LATER, () -> admin.listTopics().names().get().contains(line.topic()));
            line.awaitPublished();
            line.awaitReady(line.index());

            for (OffsetSpec where : List.of(OffsetSpec.earliest(), OffsetSpec.latest())) {
                line.index().terminate(Duration.ofSeconds(10));
                line.press().drop(2);
                line.awaitPublished();
                reset(admin, line, where);
                line.index().start();
                line.awaitReady(line.index());
            }
        }
        return "filled again from the archive; offsets reset to both ends";
    }

    private static void reset(Admin admin, Line line, OffsetSpec where) throws Exception {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        line.partitions(admin).forEach(partition -> asked.put(partition, where));
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        admin.listOffsets(asked)
                .all()
                .get()
                .forEach((p, found) -> offsets.put(p, new OffsetAndMetadata(found.offset())));
        String group = line.consumerGroup();
        Line.eventually(
                SOON,
                () -> {
                    admin.alterConsumerGroupOffsets(group, offsets).all().get();
                    return true;
                });
    }

    private static String postgres(Line line, RandomGenerator random) throws Exception {
        line.press().drop(5);
        Servers.kill("postgres");
        line.press().drop(3);
        // It starts without a database, and meets one whose connections do not last.
        line.ingest().kill();
        line.ingest().start();
        Thread.sleep(random.nextLong(200, 2_000));
        Servers.restart();
        // It takes connections before it has recovered, and turns them away.
        Line.eventually(SOON, () -> line.number("select 1") == 1);
        int rounds = 0;
        long end = System.nanoTime() + Duration.ofSeconds(random.nextInt(3, 8)).toNanos();
        while (System.nanoTime() < end) {
            if (rounds % 10 == 0) {
                line.press().dropAny();
            }
            try (Connection connection = line.archive();
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        """
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where usename = current_user and pid <> pg_backend_pid()
                        """);
            }
            rounds++;
            Thread.sleep(100);
        }
        line.postgres().delay(Duration.ofMillis(random.nextInt(5, 30)));
        line.press().drop(3);
        Thread.sleep(1_000);
        line.postgres().cut();
        line.postgres().swallow(true);
        line.press().drop(2);
        Thread.sleep(random.nextLong(500, 3_000));
        line.postgres().heal();
        Line.within(Duration.ofSeconds(15)).until(() -> line.isReady(line.ingest()));
        return "killed once, backends terminated "
                + rounds
                + " times, slow, cut, silent for a while";
    }

    private static String commitLate(Line line, RandomGenerator random) throws Exception {
        line.press().dropNew();
        Line.eventually(SOON, () -> line.number("select count(*) from article") > 0);
        long id;
        try (Connection late = line.archive()) {
            late.setAutoCommit(false);
            try (PreparedStatement insert =
                    late.prepareStatement(
                            """
                            insert into outbox
                                (aggregatetype, aggregateid, type, payload, occurred_at)
                            select 'article', id, 'ArticleStored', json_build_object(
                                'type', 'ArticleStored', 'eventId', gen_random_uuid(),
                                'occurredAt', '2026-01-01T00:00:00Z', 'revision', revision,
                                'article', content)::text, now()
                            from article where not withdrawn limit 1
                            returning id
                            """)) {
                ResultSet row = insert.executeQuery();
                row.next();
                id = row.getLong(1);
            }
            line.press().dropNew(3);
            Line.eventually(
                    SOON,
                    () ->
                            line.waitingFiles().isEmpty()
                                    && line.unpublished() == 0
                                    && line.number("select count(*) from outbox where id > " + id)
                                            > 0);
            late.commit();
        }
        Line.eventually(
                SOON,
                () ->
                        line.number(
                                        "select count(*) from outbox where published_at is not null"
                                                + " and id = "
                                                + id)
                                == 1);
        return "published after its commit";
    }

    /// Searches go on all the time. None may fail or find less than there was, but while
    /// Elasticsearch is down: then 503 or 504, and nothing else.
    private static String search(Line line, RandomGenerator random) throws Exception {
        line.press().dropNew(5);
        line.requireTruth();
        try (ServiceProcess query = line.newQuery("query-service")) {
            query.start();
            line.awaitReady(query);
            Searches searches = new Searches(query);
            searches.start();
            try {
                String before = line.writtenIndex();
                assertThat(Web.post(line.index().address() + "/api/generations", "").status())
                        .isEqualTo(202);
                Line.eventually(
                        LATER,
                        () ->
                                !line.writtenIndex().equals(before)
                                        && !Web.get(line.index().address() + "/api/generations")
                                                .body()
                                                .path("changingOver")
                                                .asBoolean(true));
                int untilHere = searches.good();
                assertThat(searches.faults()).as("searches during the change-over").isEmpty();
                searches.mayBeAway(true);
                Servers.kill("elasticsearch");
                Thread.sleep(random.nextLong(500, 2_000));
                Servers.restart();
                line.awaitReady(query);
                searches.mayBeAway(false);
                Thread.sleep(1_000);
                assertThat(searches.faults()).as("searches during the restart").isEmpty();
                return "%d searches good, %d of them while changing over; %d answered 503 while it was down"
                        .formatted(searches.good(), untilHere, searches.away());
            } finally {
                searches.stop();
            }
        }
    }

    /// A thread that searches for the word that is in every article.
    private static final class Searches {
        private final String address;
        private final int wanted;
        private final List<String> faults = new ArrayList<>();
        private final Thread thread = Thread.ofVirtual().unstarted(this::run);
        private volatile boolean stopping;
        private volatile boolean mayBeAway;
        private int good;
        private int away;

        Searches(ServiceProcess query) {
            address = query.address() + "/api/search?q=%E7%A0%81%E5%A4%B4";
            wanted = Web.get(address).body().path("total").asInt();
            assertThat(wanted).isPositive();
        }

        void start() {
            thread.start();
        }

        void stop() throws InterruptedException {
            stopping = true;
            thread.join();
        }

        void mayBeAway(boolean may) {
            mayBeAway = may;
        }

        synchronized int good() {
            return good;
        }

        synchronized int away() {
            return away;
        }

        synchronized List<String> faults() {
            return List.copyOf(faults);
        }

        private void run() {
            while (!stopping) {
                boolean may = mayBeAway;
                Web.Answer answer = Web.get(address);
                note(answer, may || mayBeAway);
                try {
                    Thread.sleep(20);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        private synchronized void note(Web.Answer answer, boolean may) {
            int total = answer.body().path("total").asInt();
            if (answer.status() == 200 && total >= wanted) {
                good++;
            } else if (may && (answer.status() == 503 || answer.status() == 504)) {
                away++;
            } else {
                faults.add(answer.status() + " with " + total + " of " + wanted);
            }
        }
    }
}
