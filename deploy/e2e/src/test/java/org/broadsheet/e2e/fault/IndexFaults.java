package org.broadsheet.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.broadsheet.e2e.fault.BulkProxy.Fault.BrokenOff;
import org.broadsheet.e2e.fault.BulkProxy.Fault.Items;
import org.broadsheet.e2e.fault.BulkProxy.Fault.Silent;
import org.broadsheet.e2e.fault.BulkProxy.Fault.Whole;

/// Elasticsearch that answers badly, an index that is not as it should be, events nobody can apply.
final class IndexFaults {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private IndexFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault(10, "three items of ten get 429", true, IndexFaults::items429),
                new Fault(11, "whole bulk gets 429, 503, 413", false, IndexFaults::wholeBulk),
                new Fault(12, "no answer, broken-off answer", false, IndexFaults::noAnswer),
                new Fault(13, "one article of many breaks the mapping", true, IndexFaults::poison),
                new Fault(14, "mapping wrong for all", true, IndexFaults::wrongMapping),
                new Fault(15, "index read-only", false, IndexFaults::readOnly),
                new Fault(16, "alias or index missing", false, IndexFaults::missingIndex),
                new Fault(27, "garbage and newer events on the topic", true, IndexFaults::garbage));
    }

    private static String items429(Line line, RandomGenerator random) throws Exception {
        line.awaitReady(line.index());
        long stale = counted(line, "stale");
        long away = line.elasticsearch().itemsTurnedAway();
        line.elasticsearch().fault(new Items(429, 0.3, random));
        for (int i = 0; i < 20; i++) {
            line.press().dropNew(2);
            Thread.sleep(100);
        }
        // Meanwhile, not afterwards: what is turned away comes through in the end.
        line.requireTruth();
        long turnedAway = line.elasticsearch().itemsTurnedAway() - away;
        assertThat(turnedAway).as("items turned away").isPositive();
        assertThat(counted(line, "stale")).as("applied items sent again").isEqualTo(stale);
        return turnedAway + " items turned away, only these sent again";
    }

    private static String wholeBulk(Line line, RandomGenerator random) throws Exception {
        for (int status : List.of(429, 503)) {
            line.elasticsearch().fault(new Whole(status, 0));
            line.press().drop(3);
            Line.eventually(SOON, () -> line.elasticsearch().struck() >= 3);
            assertThat(line.reason(line.index(), "indexer")).get().asString().contains("" + status);
            line.elasticsearch().heal();
        }
        pause(line);
        line.press().drop(15);
        line.awaitPublished();
        line.elasticsearch().fault(new Whole(413, 12_000));
        resume(line);
        Line.eventually(SOON, () -> line.elasticsearch().struck() >= 1);
        line.requireTruth();
        return "backed off, backed off, halved " + line.elasticsearch().struck() + " times";
    }

    private static String noAnswer(Line line, RandomGenerator random) throws Exception {
        line.elasticsearch().fault(new Silent());
        line.press().drop(3);
        Line.eventually(SOON, () -> line.elasticsearch().struck() >= 2);
        Line.eventually(
                SOON,
                () -> line.reason(line.index(), "indexer").orElse("").contains("no answer within"));
        line.elasticsearch().fault(new BrokenOff());
        line.press().drop(3);
        Line.eventually(SOON, () -> line.elasticsearch().struck() >= 3);
        line.elasticsearch().heal();
        return "gave up after its own deadline, asked again";
    }

    private static String poison(Line line, RandomGenerator random) throws Exception {
        pause(line);
        line.press().drop(40);
        long number = random.nextLong(1_000_000);
        line.poison(
                "poison-" + number,
                // Longer than a term of the index may be, in a field that never leaves a value out.
                stored("poison-" + number).replace("notice", "x".repeat(40_000)));
        line.press().drop(40);
        line.awaitPublished();
        resume(line);
        line.requireTruth();
        return "buried alone, its neighbours indexed";
    }

    private static String garbage(Line line, RandomGenerator random) throws Exception {
        long number = random.nextLong(1_000_000);
        line.press().dropNew();
        line.poison("garbage-" + number, "\u0000\u0001 garbage " + number);
        line.poison("empty-" + number, null);
        line.poison(
                "newer-" + number,
                "{\"type\":\"ArticleMerged\",\"revision\":1,\"n\":" + number + "}");
        line.poison("lacking-" + number, "{\"type\":\"ArticleStored\",\"n\":" + number + "}");
        line.press().drop(3);
        line.requireTruth();
        return "4 events buried, those behind them indexed";
    }

    private static String wrongMapping(Line line, RandomGenerator random) throws Exception {
        pause(line);
        line.press().dropNew(15);
        line.awaitPublished();
        int buried = line.deadLetters();
        String index = line.writtenIndex();
        String elasticsearch = Servers.elasticsearch() + "/" + index;
        ObjectNode definition = (ObjectNode) JSON.readTree(Line.contract().toFile());
        ObjectNode fields = (ObjectNode) definition.at("/mappings/properties");
        ObjectNode lacking = JSON.createObjectNode().set("lines", fields.remove("lines"));
        ObjectNode aliases = definition.putObject("aliases");
        aliases.putObject(line.writeAlias());
        aliases.putObject(line.alias())
                .putObject("filter")
                .putObject("term")
                .put("withdrawn", false);
        ok(Web.send("DELETE", elasticsearch, ""));
        ok(Web.send("PUT", elasticsearch, definition.toString()));
        resume(line);
        Line.eventually(
                SOON, () -> line.reason(line.index(), "indexer").orElse("").contains("brake on"));
        ObjectNode mapping = JSON.createObjectNode().set("properties", lacking);
        ok(Web.send("PUT", elasticsearch + "/_mapping", mapping.toString()));
        line.requireTruth();
        line.awaitReady(line.index());
        assertThat(line.deadLetters()).as("dead letters").isEqualTo(buried);
        return "brake on; off after the fix, nothing buried";
    }

    private static String readOnly(Line line, RandomGenerator random) throws Exception {
        String settings = Servers.elasticsearch() + "/" + line.writtenIndex() + "/_settings";
        ok(Web.send("PUT", settings, "{\"index.blocks.write\":true}"));
        line.press().drop(5);
        Line.eventually(SOON, () -> line.reason(line.index(), "indexer").isPresent());
        String reason = line.reason(line.index(), "indexer").orElse("");
        Thread.sleep(random.nextLong(500, 3_000));
        ok(Web.send("PUT", settings, "{\"index.blocks.write\":null}"));
        line.awaitReady(line.index());
        return "degraded: " + reason;
    }

    private static String missingIndex(Line line, RandomGenerator random) throws Exception {
        String index = line.writtenIndex();
        String alias = Servers.elasticsearch() + "/" + index + "/_alias/" + line.writeAlias();
        ok(Web.send("DELETE", alias, ""));
        line.press().drop(3);
        Line.eventually(SOON, () -> line.reason(line.index(), "indexer").isPresent());
        assertThat(Web.get(Servers.elasticsearch() + "/" + line.writeAlias()).status())
                .as("made by a write")
                .isEqualTo(404);
        ok(Web.send("PUT", alias, ""));
        line.awaitReady(line.index());

        ok(Web.send("DELETE", Servers.elasticsearch() + "/" + index, ""));
        line.press().drop(3);
        Line.eventually(SOON, () -> line.reason(line.index(), "index").isPresent());
        Line.eventually(SOON, () -> line.reason(line.index(), "indexer").isPresent());
        assertThat(Web.get(Servers.elasticsearch() + "/" + index).status()).isEqualTo(404);
        assertThat(Web.post(line.index().address() + "/api/generations", "").status())
                .isEqualTo(202);
        line.requireTruth();
        return "waited, nothing made by a write; built anew on request";
    }

    private static void pause(Line line) {
        line.awaitReady(line.index());
        ok(Web.post(line.index().address() + "/api/indexer/pause", ""));
        Line.eventually(
                SOON, () -> line.reason(line.index(), "indexer").orElse("").contains("paused"));
    }

    private static void resume(Line line) {
        ok(Web.post(line.index().address() + "/api/indexer/resume", ""));
    }

    private static long counted(Line line, String name) {
        return Web.get(line.index().address() + "/api/status").body().path(name).asLong();
    }

    private static void ok(Web.Answer answer) {
        assertThat(answer.isOk()).as(answer.toString()).isTrue();
    }

    /// An event of an article that no page has.
    private static String stored(String id) {
        return """
        {"type":"ArticleStored","eventId":"0198f0c2-7d3e-7c41-9d55-0c1f6f0a7b12",
        "occurredAt":"2026-11-21T08:15:30Z","revision":1,"article":{"id":"%s","kind":"notice",
        "file":{"name":"x.txt","sha256":"0"},"page":{"id":"x"},"position":1,"byline":[],
        "body":[],"captions":[],"fields":{},"lines":[[1,1]],"contentHash":"0"}}
        """
                .formatted(id);
    }
}
