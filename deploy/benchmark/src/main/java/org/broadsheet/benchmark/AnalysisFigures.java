package org.broadsheet.benchmark;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.benchmark.AnalysisBenchmark.Chain;

/// How fast text is cut into terms, in one thread. The analyzers alternate over several rounds and
/// the median round counts.
final class AnalysisFigures {
    private static final int ROUNDS = 3;
    private static final Measurement MEASUREMENT = new Measurement(AnalysisBenchmark.class, 4, 4);

    private final Path folder;
    private final long characters;
    private final PrintStream out;

    AnalysisFigures(Path folder, PrintStream out) {
        this.folder = folder;
        this.characters = AnalysisBenchmark.texts(folder).stream().mapToLong(String::length).sum();
        this.out = out;
    }

    void print() {
        out.printf("Analysing %,d characters of the page files in %s.%n", characters, folder);
        Map<Chain, List<Double>> speeds = new EnumMap<>(Chain.class);
        for (int round = 1; round <= ROUNDS; round++) {
            for (Chain chain : Chain.values()) {
                speeds.computeIfAbsent(chain, _ -> new ArrayList<>()).add(speed(chain));
            }
            out.printf("  round %d of %d%n", round, ROUNDS);
        }
        double standard = median(speeds, Chain.LUCENE_STANDARD);
        double bigram = median(speeds, Chain.LUCENE_BIGRAM);
        out.printf(
                "%n%-18s %22s %18s %18s%n",
                "median round", "million characters/s", "of Lucene standard", "of Lucene bigram");
        for (Chain chain : Chain.values()) {
            double speed = median(speeds, chain);
            out.printf(
                    "%-18s %22.2f %18.2f %18.2f%n",
                    chain.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    speed,
                    speed / standard,
                    speed / bigram);
        }
    }

    /// Million characters in a second of one processor.
    private double speed(Chain chain) {
        Map<String, String> parameters = Map.of("folder", folder.toString(), "chain", chain.name());
        return 1000
                * characters
                / Measurement.processorNanos(MEASUREMENT.run("analyse", 1, parameters));
    }

    private static double median(Map<Chain, List<Double>> speeds, Chain chain) {
        return Measurement.median(speeds.getOrDefault(chain, List.of()), speed -> speed);
    }
}
