package org.broadsheet.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.benchmark.data.RelaidPages;
import org.broadsheet.benchmark.line.Stack;
import org.broadsheet.benchmark.line.Topics;
import org.broadsheet.benchmark.line.Web;
import org.broadsheet.benchmark.line.WholeLine;
import org.broadsheet.benchmark.peer.ProducerPerformance;
import org.broadsheet.benchmark.result.Plot;
import org.broadsheet.benchmark.result.Report.Section;
import org.broadsheet.benchmark.result.Rounds;

/// How many events a second the relay brings from the outbox to the topic, beside Kafka's own
/// measurement of a producer.
final class RelayFigures {
    private static final long PAGES = 200;
    private static final long EVENTS_MAX = 50_000;

    private final Stack stack;
    private final RelaidPages pages;
    private final Effort effort;
    private final PrintStream out;

    RelayFigures(Stack stack, RelaidPages pages, Effort effort, PrintStream out) {
        this.stack = stack;
        this.pages = pages;
        this.effort = effort;
        this.out = out;
    }

    Section section() {
        long wanted = Math.min(EVENTS_MAX, effort.articles());
        ProducerPerformance tool = new ProducerPerformance(stack.kafka());
        Rounds relay = new Rounds();
        Rounds producer = new Rounds();
        long bytes;
        try (WholeLine line = WholeLine.ofIngestService(stack);
                Topics topics = new Topics(stack)) {
            String plain = line.topic() + ".plain";
            topics.make(plain, false);
            line.drop(line.stage(pages, 0, PAGES));
            line.awaitPublished(PAGES);
            line.number("create table kept as select * from outbox");
            Path payloads = payloads(line);
            bytes = line.number("select avg(octet_length(payload))::bigint from kept");
            for (int round = 0; round <= effort.rounds(); round++) {
                double relayed = relayed(line, wanted);
                double sent = tool.send(plain, payloads, wanted);
                if (round > 0) {
                    relay.add(relayed);
                    producer.add(sent);
                    out.printf(
                            Locale.ROOT,
                            "  round %d of %d: relay %,.0f events/s, kafka-producer-perf-test %,.0f%n",
                            round,
                            effort.rounds(),
                            relayed,
                            sent);
                }
            }
        }
        Map<String, Rounds> figures = new LinkedHashMap<>();
        figures.put("outbox relay", relay);
        figures.put("kafka-producer-perf-test", producer);
        String title = "Relay: from the outbox to the topic, events a second";
        return new Section(
                "relay",
                title,
                ("%,d events of %,d bytes on average become visible in the outbox at once, and the relay"
                                + " reads them from PostgreSQL, sends them, waits for all replicas and marks"
                                + " them as published, in order, 500 at a time, the next of them read while"
                                + " these travel. Kafka's own tool sends as many"
                                + " of the same payloads with the same settings of the producer from memory,"
                                + " and waits only at the end.")
                        .formatted(wanted, bytes),
                List.of(
                        List.of("", "events a second", "relay to this"),
                        List.of("outbox relay", relay.shown(), "1.00"),
                        List.of(
                                "kafka-producer-perf-test",
                                producer.shown(),
                                Rounds.number(relay.to(producer)))),
                List.of("Goal: 0.5 of the tool."),
                List.of(Plot.bars("relay", title, figures)));
    }

    /// Events a second, from the commit that shows them to the last that is marked.
    private static double relayed(WholeLine line, long wanted) {
        long kept = line.number("select count(*) from kept");
        line.number(
                """
                insert into outbox
                    (aggregatetype, aggregateid, type, payload, occurred_at, traceparent)
                select aggregatetype, aggregateid, type, payload, occurred_at, traceparent
                from kept, generate_series(1, %d) limit %d
                """
                        .formatted(wanted / kept + 1, wanted));
        long started = System.nanoTime();
        while (line.number(
                        "select count(*) from (select from outbox where published_at is null limit 1) one")
                > 0) {
            Web.pause(Duration.ofMillis(10));
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        line.number("delete from outbox");
        return wanted / seconds;
    }

    private Path payloads(WholeLine line) {
        List<String> payloads = new ArrayList<>();
        try (Statement statement = line.connection().createStatement();
                ResultSet rows = statement.executeQuery("select payload from kept")) {
            while (rows.next()) {
                payloads.add(rows.getString(1));
            }
            return Files.write(
                    Files.createTempFile(stack.logs(), "payloads", ".ndjson"),
                    payloads,
                    StandardCharsets.UTF_8);
        } catch (SQLException e) {
            throw new IllegalStateException("no payloads", e);
        } catch (IOException e) {
            throw new UncheckedIOException("payloads cannot be written", e);
        }
    }
}
