package org.broadsheet.benchmark;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.broadsheet.benchmark.AnalysisBenchmark.Chain;
import org.broadsheet.benchmark.result.Plot;
import org.broadsheet.benchmark.result.Report.Section;
import org.broadsheet.benchmark.result.Rounds;
import org.jspecify.annotations.Nullable;

/// How fast text is cut into terms, in one thread. The analyzers alternate over several rounds and
/// the median round counts.
final class AnalysisFigures {
    private final Path folder;
    private final Effort effort;
    private final long characters;
    private final PrintStream out;

    AnalysisFigures(Path folder, Effort effort, PrintStream out) {
        this.folder = folder;
        this.effort = effort;
        this.characters = AnalysisBenchmark.texts(folder).stream().mapToLong(String::length).sum();
        this.out = out;
    }

    Section section() {
        out.printf("Analysing %,d characters of the page files in %s.%n", characters, folder);
        Map<Chain, Rounds> speeds = new EnumMap<>(Chain.class);
        for (int round = 1; round <= effort.rounds(); round++) {
            for (Chain chain : Chain.values()) {
                speeds.computeIfAbsent(chain, _ -> new Rounds()).add(speed(chain));
            }
            out.printf("  round %d of %d%n", round, effort.rounds());
        }
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("", "million characters/s", "of Lucene standard", "of Lucene bigram"));
        Map<String, Rounds> bars = new LinkedHashMap<>();
        speeds.forEach(
                (chain, speed) -> {
                    String name = chain.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                    bars.put(name, speed);
                    table.add(
                            List.of(
                                    name,
                                    speed.shown(),
                                    ratio(speed, speeds.get(Chain.LUCENE_STANDARD)),
                                    ratio(speed, speeds.get(Chain.LUCENE_BIGRAM))));
                });
        String title = "Analysis: million characters a second";
        return new Section(
                "analysis",
                title,
                ("%,d characters of the page files in %s through the analyzers of the index and those that"
                                + " Lucene brings along, in one thread, per second of its processor."
                                + " JMH, each round in a process of its own, warmed up.")
                        .formatted(characters, folder),
                table,
                List.of(),
                List.of(Plot.bars("analysis", title, bars)));
    }

    private static String ratio(Rounds speed, @Nullable Rounds other) {
        return Rounds.number(speed.to(Objects.requireNonNull(other)));
    }

    /// Million characters in a second of one processor.
    private double speed(Chain chain) {
        Map<String, String> parameters = Map.of("folder", folder.toString(), "chain", chain.name());
        return 1000
                * characters
                / Measurement.processorNanos(
                        new Measurement(
                                        AnalysisBenchmark.class,
                                        effort.warmUpSeconds(),
                                        effort.seconds())
                                .run("analyse", 1, parameters));
    }
}
