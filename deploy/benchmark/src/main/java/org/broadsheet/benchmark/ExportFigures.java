package org.broadsheet.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.benchmark.line.Archive;
import org.broadsheet.benchmark.line.Recorder;
import org.broadsheet.benchmark.line.Recorder.Question;
import org.broadsheet.benchmark.line.RunningService;
import org.broadsheet.benchmark.line.Web;
import org.broadsheet.benchmark.result.Plot;
import org.broadsheet.benchmark.result.Report.Section;
import org.broadsheet.benchmark.result.Rounds;

/// How fast every article of the archive is exported, beside a client that scans the index: with
/// the export's own question, slice after slice, and in the quickest way that Elasticsearch has
/// (its own order, slices of 1,000). Both read each article and make nothing of it.
final class ExportFigures {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ADDRESS = "/api/export?format=ndjson";
    private static final int SLICE = 1_000;

    private final Archive archive;
    private final Effort effort;
    private final PrintStream out;

    ExportFigures(Archive archive, Effort effort, PrintStream out) {
        this.archive = archive;
        this.effort = effort;
        this.out = out;
    }

    Section section() {
        ObjectNode question = question();
        ObjectNode quickest = JSON.createObjectNode();
        quickest.put("size", SLICE).put("track_total_hits", false);
        quickest.set("_source", question.path("_source"));
        quickest.putArray("sort").addObject().put("_shard_doc", "asc");
        Rounds export = new Rounds();
        Rounds same = new Rounds();
        Rounds scan = new Rounds();
        try (RunningService query = archive.newQueryService(archive.stack().elasticsearch())) {
            for (int round = 0; round <= effort.rounds(); round++) {
                double ofScan = speed(() -> scan(quickest));
                double ofSame = speed(() -> scan(question));
                double ofExport = speed(() -> export(query));
                if (round > 0) {
                    scan.add(ofScan);
                    same.add(ofSame);
                    export.add(ofExport);
                    out.printf(
                            Locale.ROOT,
                            "  round %d of %d: %,.0f articles/s, raw %,.0f%n",
                            round,
                            effort.rounds(),
                            ofExport,
                            ofScan);
                }
            }
        }
        Map<String, Rounds> bars = new LinkedHashMap<>();
        bars.put("GET /api/export", export);
        bars.put("its question, raw", same);
        bars.put("quickest scan, raw", scan);
        String title = "Export: articles a second";
        return new Section(
                "export",
                title,
                "All %,d articles as NDJSON over HTTP, beside scans of the same index in a snapshot (PIT)."
                                .formatted(archive.articles())
                        + " The raw client asks for the same fields, reads each answer as JSON and"
                        + " drops it; the export writes every article.",
                List.of(
                        List.of("", "articles a second"),
                        List.of("GET /api/export?format=ndjson", export.shown()),
                        List.of(
                                "its own question sent raw, slices of " + question.get("size"),
                                same.shown()),
                        List.of(
                                "raw PIT scan in the index's own order, slices of 1,000",
                                scan.shown())),
                List.of(
                        String.format(
                                Locale.ROOT,
                                "Export to the raw scan: %.2f (goal 0.7); to its own question sent raw:"
                                        + " %.2f.",
                                export.to(scan),
                                export.to(same))),
                List.of(Plot.bars("export", title, bars)));
    }

    /// The first question of an export that finds nothing, without what narrows it.
    private ObjectNode question() {
        try (Recorder recorder = new Recorder(archive.stack());
                RunningService query = archive.newQueryService(recorder.address())) {
            for (Question asked :
                    recorder.asked(query.address() + ADDRESS + "&newspaper=nobody-has-this")) {
                if (asked.path().contains("/_search")) {
                    ObjectNode question = (ObjectNode) JSON.readTree(asked.body());
                    question.remove(List.of("post_filter", "pit", "timeout"));
                    return question;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("the export asked Elasticsearch nothing");
    }

    /// Counts articles.
    private interface Reading {
        long articles();
    }

    private double speed(Reading reading) {
        long start = System.nanoTime();
        long articles = reading.articles();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (articles != archive.articles()) {
            throw new IllegalStateException(articles + " articles read of " + archive.articles());
        }
        return articles / seconds;
    }

    private static long export(RunningService query) {
        return Web.lines(query.address() + ADDRESS);
    }

    private long scan(ObjectNode question) {
        String snapshot =
                Web.json(
                                "POST",
                                archive.stack()
                                        .search("/" + archive.alias() + "/_pit?keep_alive=2m"),
                                "")
                        .path("id")
                        .asText();
        ObjectNode asked = question.deepCopy();
        asked.putObject("pit").put("id", snapshot).put("keep_alive", "2m");
        long articles = 0;
        Optional<JsonNode> last = Optional.empty();
        while (true) {
            last.ifPresent(sort -> asked.set("search_after", sort));
            JsonNode hits =
                    Web.json("POST", archive.stack().search("/_search"), asked.toString())
                            .at("/hits/hits");
            if (hits.isEmpty()) {
                Web.json(
                        "DELETE",
                        archive.stack().search("/_pit"),
                        JSON.createObjectNode().put("id", snapshot).toString());
                return articles;
            }
            articles += hits.size();
            last = Optional.of(hits.get(hits.size() - 1).path("sort"));
        }
    }
}
