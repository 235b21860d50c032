package org.broadsheet.benchmark;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.benchmark.data.RelaidPages;
import org.broadsheet.benchmark.line.Stack;
import org.broadsheet.benchmark.line.WholeLine;
import org.broadsheet.benchmark.peer.BatchedRows;
import org.broadsheet.benchmark.result.Plot;
import org.broadsheet.benchmark.result.Report.Section;
import org.broadsheet.benchmark.result.Rounds;

/// How many page files a second go from the drop folder through ingest-service until they are
/// stored and published, beside the plain writing of the same rows. index-service does not run.
final class IntakeFigures {
    private static final long FILES_MAX = 1_000;

    private final Stack stack;
    private final RelaidPages pages;
    private final Effort effort;
    private final PrintStream out;

    IntakeFigures(Stack stack, RelaidPages pages, Effort effort, PrintStream out) {
        this.stack = stack;
        this.pages = pages;
        this.effort = effort;
        this.out = out;
    }

    Section section() {
        long files = Math.min(FILES_MAX, Math.max(100, effort.articles() / 20));
        Rounds intake = new Rounds();
        Rounds inserts = new Rounds();
        long rows = 0;
        for (int round = 0; round <= effort.rounds(); round++) {
            try (WholeLine line = WholeLine.ofIngestService(stack)) {
                // The service has read other pages before: what a first page costs is start time.
                line.drop(line.stage(pages, 0, files));
                line.awaitPublished(files);
                Path dropped = line.stage(pages, files, files);
                long started = System.nanoTime();
                line.drop(dropped);
                line.awaitPublished(2 * files);
                double taken = files / ((System.nanoTime() - started) / 1e9);
                BatchedRows again = new BatchedRows(line.connection());
                rows = again.rows();
                double inserted = 2 * files / again.insert();
                // The first round warms up PostgreSQL and Kafka.
                if (round > 0) {
                    intake.add(taken);
                    inserts.add(inserted);
                    out.printf(
                            Locale.ROOT,
                            "  round %d of %d: %.0f files/s, batched inserts %.0f%n",
                            round,
                            effort.rounds(),
                            taken,
                            inserted);
                }
            }
        }
        Map<String, Rounds> figures = new LinkedHashMap<>();
        figures.put("ingest-service", intake);
        figures.put("batched inserts of the same rows", inserts);
        String title = "Intake: from the drop folder to stored and published, files a second";
        return new Section(
                "intake",
                title,
                ("%,d page files appear at once. Counted until all of them are stored and all their events"
                                + " acknowledged by Kafka, the second of rest that the drop folder asks of a"
                                + " file among it. Beside: the %,d rows of these and as many pages before"
                                + " them, written by batched JDBC inserts on one connection in one"
                                + " transaction, into tables of the same columns and indexes. Those read no"
                                + " files, parse nothing, ask for no former revision and tell no Kafka.")
                        .formatted(files, rows),
                List.of(
                        List.of("", "files a second", "ingest-service to this"),
                        List.of("ingest-service", intake.shown(), "1.00"),
                        List.of(
                                "batched inserts of the same rows",
                                inserts.shown(),
                                Rounds.number(intake.to(inserts)))),
                List.of("Goal: 0.5 of the inserts."),
                List.of(Plot.bars("intake", title, figures)));
    }
}
