package org.broadsheet.benchmark;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.benchmark.line.RunningService;
import org.broadsheet.benchmark.line.Stack;
import org.broadsheet.benchmark.line.Web;
import org.broadsheet.benchmark.result.Plot;
import org.broadsheet.benchmark.result.Report.Section;
import org.broadsheet.benchmark.result.Rounds;

/// How long each service takes from the start of its process until it is ready, with what an
/// earlier run has taught the JVM (an AOT cache, JEP 514) and without.
final class StartFigures {
    private static final List<String> SERVICES =
            List.of("ingest-service", "index-service", "query-service");

    private final Stack stack;
    private final Effort effort;
    private final PrintStream out;
    private final String run = "start" + Long.toString(System.currentTimeMillis(), 36);

    StartFigures(Stack stack, Effort effort, PrintStream out) {
        this.stack = stack;
        this.effort = effort;
        this.out = out;
    }

    Section section() {
        Map<String, Rounds> figures = new LinkedHashMap<>();
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("seconds to ready", "with the cache", "without", "with to without"));
        for (String service : SERVICES) {
            Path cache = stack.logs().resolve(service + ".aot");
            // It stops in good order, and leaves what it has learnt.
            start(service, List.of("-XX:AOTCacheOutput=" + cache));
            if (!Files.exists(cache)) {
                throw new IllegalStateException(service + " has left no AOT cache; see its log");
            }
            Rounds with = new Rounds();
            Rounds without = new Rounds();
            for (int round = 0; round <= effort.rounds(); round++) {
                double cached = start(service, List.of("-XX:AOTCache=" + cache));
                double plain = start(service, List.of());
                if (round > 0) {
                    with.add(cached);
                    without.add(plain);
                }
            }
            out.printf(
                    Locale.ROOT,
                    "  %s: %.2f s, without %.2f s%n",
                    service,
                    with.median(),
                    without.median());
            figures.put(service + ", with", with);
            figures.put(service + ", without", without);
            table.add(
                    List.of(
                            service,
                            with.shown(),
                            without.shown(),
                            Rounds.number(with.to(without))));
        }
        String title = "Start: from the start of the process until it is ready, seconds";
        return new Section(
                "start",
                title,
                "Each service alone, with the three servers running. The container images hold such a cache;"
                        + " `deploy/up` starts without one.",
                table,
                List.of("Goals: half of the time without, and under a second."),
                List.of(Plot.bars("start", title, figures)));
    }

    private double start(String service, List<String> options) {
        Map<String, String> settings = new HashMap<>();
        settings.put("DROP_FOLDER", stack.logs().resolve(run + "-drop").toString());
        settings.put("UPLOAD_SPOOL", stack.logs().resolve(run + "-uploads").toString());
        settings.put("OUTBOX_TOPIC", run + ".articles");
        settings.put("EVENTS_TOPIC", run + ".articles");
        settings.put("EVENTS_DEAD_LETTER_TOPIC", run + ".dead");
        settings.put("EVENTS_GROUP", run);
        settings.put("INDEX_ALIAS", run + "-articles");
        settings.put("SEARCH_ALIAS", run + "-articles");
        try (RunningService started = RunningService.start(stack, service, settings, options)) {
            // What is asked first is learnt too.
            Web.get(started.address() + "/q/metrics");
            return started.startSeconds();
        }
    }
}
