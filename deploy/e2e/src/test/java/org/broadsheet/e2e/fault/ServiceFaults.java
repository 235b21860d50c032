package org.broadsheet.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.broadsheet.e2e.fault.FaultProxy.Direction;

/// Services that are killed, frozen, doubled, or asked to end.
final class ServiceFaults {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String UNINDEXED =
            "select count(*) from issue_file where state = 'stored' and indexed_at is null";

    /// Longer than any session of a consumer lasts, also the usual 45 seconds.
    private static final Duration FREEZE = Duration.ofSeconds(60);

    private ServiceFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        1,
                        "ingest-service killed again and again",
                        true,
                        ServiceFaults::killIngest),
                new Fault(2, "killed around the commit", true, ServiceFaults::killAroundCommit),
                new Fault(
                        3,
                        "killed between acknowledgement and mark",
                        true,
                        ServiceFaults::killBeforeMark),
                new Fault(
                        4, "index-service killed again and again", true, ServiceFaults::killIndex),
                new Fault(
                        5, "killed between bulk and answer", true, ServiceFaults::killBeforeAnswer),
                new Fault(6, "index-service frozen", false, ServiceFaults::freezeIndex),
                new Fault(
                        7,
                        "another index-service joins and leaves",
                        false,
                        ServiceFaults::joinAndLeave),
                new Fault(26, "two ingest-services on one folder", true, ServiceFaults::twoIngest),
                new Fault(29, "asked to end under load", true, ServiceFaults::endUnderLoad));
    }

    private static String killIngest(Line line, RandomGenerator random) throws Exception {
        int kills = random.nextInt(3, 6);
        for (int i = 0; i < kills; i++) {
            line.press().drop(4);
            line.ingest().start();
            Thread.sleep(random.nextLong(200, 3_000));
            line.ingest().kill();
        }
        line.ingest().start();
        return kills + " kills";
    }

    private static String killAroundCommit(Line line, RandomGenerator random) throws Exception {
        // After the commit, before the move: the answer to the commit never arrives.
        quiet(line);
        var after = line.postgres().trap(Direction.TO_CLIENT, bytes("COMMIT\0"));
        String committed = line.press().dropNew();
        assertThat(after.await(SOON)).as("commit seen").isTrue();
        line.ingest().kill();
        line.postgres().heal();
        assertThat(line.number(stored(committed))).as("stored before the kill").isOne();
        assertThat(line.folder().resolve(committed)).exists();
        line.ingest().start();
        line.awaitReady(line.ingest());

        // Before the commit: the last statement of the transaction never reaches the server. A
        // connection that is new sends the text of its statements.
        var before = line.postgres().trap(Direction.TO_SERVER, bytes("insert into outbox"));
        String lost = line.press().dropNew();
        assertThat(before.await(SOON)).as("last statement seen").isTrue();
        line.ingest().kill();
        line.postgres().heal();
        assertThat(line.number(stored(lost))).as("stored after all").isZero();
        line.ingest().start();
        line.awaitPublished();
        assertThat(line.number(stored(lost))).as("stored at the second attempt").isOne();
        return "after it: stored once; before it: nothing stored, taken again";
    }

    private static String killBeforeMark(Line line, RandomGenerator random) throws Exception {
        quiet(line);
        // A connection that is new sends the text of its statements.
        line.ingest().kill();
        line.ingest().start();
        line.awaitReady(line.ingest());
        var trap =
                line.postgres().trap(Direction.TO_SERVER, bytes("update outbox set published_at"));
        line.press().dropNew();
        assertThat(trap.await(SOON)).as("mark seen").isTrue();
        line.ingest().kill();
        line.postgres().heal();
        long unmarked = line.unpublished();
        assertThat(unmarked).as("published, not marked").isPositive();
        long once = line.eventsOnTopic();
        line.ingest().start();
        line.awaitPublished();
        long again = line.eventsOnTopic() - once;
        assertThat(again).as("published again").isEqualTo(unmarked);
        return again + " events published twice";
    }

    private static String killIndex(Line line, RandomGenerator random) throws Exception {
        int kills = random.nextInt(3, 5);
        for (int i = 0; i < kills; i++) {
            line.press().drop(4);
            line.index().start();
            Thread.sleep(random.nextLong(1_000, 4_000));
            line.index().kill();
        }
        line.index().start();
        return kills + " kills";
    }

    private static String killBeforeAnswer(Line line, RandomGenerator random) throws Exception {
        line.elasticsearch().fault(new BulkProxy.Fault.Late(Duration.ofSeconds(10)));
        line.press().drop(3);
        Line.eventually(SOON, () -> line.elasticsearch().struck() > 0);
        line.index().kill();
        line.elasticsearch().heal();
        line.index().start();
        return "bulk applied, answer never seen";
    }

    private static String freezeIndex(Line line, RandomGenerator random) throws Exception {
        try (ServiceProcess other = line.newIndex("index-service-2")) {
            other.start();
            line.awaitShares(2);
            line.index().freeze();
            Duration frozen = FREEZE.plusMillis(random.nextLong(10_000));
            long thaw = System.nanoTime() + frozen.toNanos();
            line.press().drop(5);
            // The frozen one is put out of the group, and the other gets all there is.
            line.awaitShares(1);
            line.requireTruth();
            line.press().drop(2);
            Thread.sleep(Duration.ofNanos(Math.max(0, thaw - System.nanoTime())));
            line.index().thaw();
            line.press().drop(2);
            line.awaitShares(2);
            other.terminate(Duration.ofSeconds(10));
            return "for %d s: put out of the group, another took over, came back"
                    .formatted(frozen.toSeconds());
        }
    }

    private static String joinAndLeave(Line line, RandomGenerator random) throws Exception {
        try (ServiceProcess other = line.newIndex("index-service-2")) {
            other.start();
            line.press().drop(3);
            line.awaitShares(2);
            line.press().drop(5);
            Thread.sleep(random.nextLong(500, 2_000));
            Duration took = other.terminate(Duration.ofSeconds(15));
            assertThat(took).as("time to leave").isLessThan(Duration.ofSeconds(10));
        }
        line.press().drop(2);
        line.awaitShares(1);
        return "joined, shared, left";
    }

    private static String twoIngest(Line line, RandomGenerator random) throws Exception {
        try (ServiceProcess other = line.newIngest("ingest-service-2")) {
            other.start();
            line.awaitReady(other);
            line.press().drop(30);
            line.awaitPublished();
            // The one that leads goes; the other takes over within seconds.
            line.ingest().kill();
            line.press().drop(5);
            line.awaitPublished();
            line.ingest().start();
            other.terminate(Duration.ofSeconds(10));
        }
        assertThat(
                        line.number(
                                "select count(*) from (select sha256 from issue_file where state ="
                                        + " 'stored' group by sha256 having count(*) > 1) twice"))
                .as("files stored twice")
                .isZero();
        return "each file once, the relay taken over";
    }

    private static String endUnderLoad(Line line, RandomGenerator random) throws Exception {
        StringBuilder took = new StringBuilder();
        for (ServiceProcess service : List.of(line.ingest(), line.index())) {
            line.awaitReady(service);
            line.press().drop(10);
            Thread.sleep(random.nextLong(200, 1_500));
            Duration time = service.terminate(Duration.ofSeconds(15));
            assertThat(time).as("time to end").isLessThan(Duration.ofSeconds(10));
            took.append(took.isEmpty() ? "" : ", ").append(time.toMillis()).append(" ms");
            service.start();
        }
        return "ended in " + took;
    }

    /// Nothing is on its way, and everything is ready: the next thing that happens is ours.
    private static void quiet(Line line) {
        line.awaitReady(line.ingest());
        line.awaitPublished();
        // Nothing is noted in the ledger any more that would commit in between.
        Line.eventually(SOON, () -> line.number(UNINDEXED) == 0);
    }

    private static String stored(String file) {
        return "select count(*) from issue_file where state = 'stored' and name = '" + file + "'";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
