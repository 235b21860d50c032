package org.broadsheet.stack.command;

import java.util.List;
import org.broadsheet.stack.http.Json;
import org.broadsheet.stack.terminal.Step;
import org.broadsheet.stack.terminal.Table;
import org.broadsheet.stack.terminal.Terminal;

final class Reconcile implements Command {
    private static final int EXAMPLES_MAX = 20;
    private static final List<String> PLACES = List.of("disk", "ledger", "topic", "index");

    @Override
    public String name() {
        return "reconcile";
    }

    @Override
    public String summary() {
        return "Compares files on disk, ledger, archive, topic and search index.";
    }

    @Override
    public String description() {
        return """
        Every file that was put away must be in the ledger; every stored file must have its bytes
        and its pages; each article must be on the topic with its revision, and in the index with
        the same revision, the same content and the same state of withdrawal; and nothing else may
        be there. What is on its way is no difference: it counts when two looks, some seconds
        apart, both show it. Exit code 0 when all agree. Old withdrawals may have been purged from
        the index.""";
    }

    @Override
    public int run(Session session, Arguments arguments) {
        Terminal terminal = session.terminal();
        Json report;
        try (Step step = new Step(terminal, "comparing")) {
            report = Service.named(session.stack(), "ingest-service").get("/api/reconcile");
            step.done(count(report, "filesInLedger") + " files");
        }
        Table table = new Table();
        table.row(
                "disk", count(report, "filesPutAway") + " files put away", differ(report, "disk"));
        table.row("ledger", count(report, "filesInLedger") + " files", differ(report, "ledger"));
        table.row("topic", count(report, "articlesOnTopic") + " articles", differ(report, "topic"));
        table.row("index", count(report, "documents") + " documents", differ(report, "index"));
        table.lines().forEach(terminal::line);
        long differences = PLACES.stream().mapToLong(place -> differences(report, place)).sum();
        report.at("examples").elements().stream()
                .limit(EXAMPLES_MAX)
                .map(
                        each ->
                                text(each, "place")
                                        + "  "
                                        + text(each, "which")
                                        + "  "
                                        + text(each, "what"))
                .map(line -> "  " + line.replaceAll("\\p{Cntrl}", "?"))
                .forEach(terminal::line);
        terminal.line(count(report, "articles") + " articles, " + differences + " differences.");
        if (differences(report, "topic") > 0) {
            terminal.line("deploy/republish mends what the topic lacks.");
        }
        if (differences(report, "index") > 0) {
            terminal.line("deploy/republish mends what the index lacks, deploy/reindex the rest.");
        }
        return differences == 0 ? 0 : 1;
    }

    private static long count(Json report, String name) {
        return report.at("counts", name).number().orElse(0);
    }

    private static String differ(Json report, String place) {
        return differences(report, place) + " differ";
    }

    private static long differences(Json report, String place) {
        return report.at("differences", place).number().orElse(0);
    }

    private static String text(Json json, String name) {
        return json.at(name).text().orElse("");
    }
}
