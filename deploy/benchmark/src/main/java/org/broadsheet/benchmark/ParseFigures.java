package org.broadsheet.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;

/// How fast pages are parsed. The measurements alternate over several rounds, each in a process of
/// its own, and the median round counts, so that what else runs on the machine weighs on all alike.
final class ParseFigures {
    private static final int ROUNDS = 5;
    private static final int WARM_UP_SECONDS = 6;
    private static final int SECONDS = 5;

    private final Path folder;
    private final long bytes;
    private final int files;
    private final PrintStream out;

    ParseFigures(Path folder, PrintStream out) {
        List<Path> pages = ParseBenchmark.pageFiles(folder);
        this.folder = folder;
        this.files = pages.size();
        this.bytes = pages.stream().mapToLong(ParseFigures::size).sum();
        this.out = out;
    }

    void print() {
        out.printf("Parsing the %d page files in %s, %,d bytes.%n", files, folder, bytes);
        List<Speed> split = new ArrayList<>();
        List<Speed> parse = new ArrayList<>();
        List<Speed> both = new ArrayList<>();
        List<Double> longest = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            split.add(speed("readDecodeSplit", 1));
            parse.add(speed("parse", 1));
            both.add(speed("parse", 2));
            longest.add(longestMillis());
            out.printf("  round %d of %d: %.1f MB/s%n", round, ROUNDS, parse.getLast().clock());
        }
        out.printf(
                "%n%-30s %22s %20s%n",
                "MB/s, median of the rounds", "by the clock", "per CPU second");
        row("read, decode, split", split);
        row("parse", parse);
        row("parse, two at a time", both);
        out.printf(
                "%nParsing takes %.1f times as long as reading, decoding and splitting.%n",
                Measurement.median(split, Speed::processor)
                        / Measurement.median(parse, Speed::processor));
        out.printf(
                "Two at a time do %.2f times the work of one.%n",
                Measurement.median(both, Speed::clock) / Measurement.median(parse, Speed::clock));
        out.printf(
                "99.9 %% of the pages took under %.1f ms.%n",
                Measurement.median(longest, ms -> ms));
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        int processors = Runtime.getRuntime().availableProcessors();
        out.printf("Load %.1f on %d processors, Java %s.%n", load, processors, Runtime.version());
    }

    /// Megabytes in a second, a megabyte being a million bytes of UTF-8.
    ///
    /// @param clock by the clock, all threads together
    /// @param processor in a second of one processor
    private record Speed(double clock, double processor) {}

    private void row(String what, List<Speed> rounds) {
        out.printf(
                "%-30s %8.1f (%.1f to %.1f) %20.1f%n",
                what,
                Measurement.median(rounds, Speed::clock),
                rounds.stream().mapToDouble(Speed::clock).min().orElseThrow(),
                rounds.stream().mapToDouble(Speed::clock).max().orElseThrow(),
                Measurement.median(rounds, Speed::processor));
    }

    private Speed speed(String benchmark, int threads) {
        RunResult result = run(benchmark, threads);
        double micros = result.getPrimaryResult().getScore();
        double nanos = Measurement.processorNanos(result);
        return new Speed(threads * bytes / micros, 1000 * bytes / nanos);
    }

    private double longestMillis() {
        return run("parseOne", 1).getPrimaryResult().getStatistics().getPercentile(99.9) / 1000;
    }

    private RunResult run(String benchmark, int threads) {
        return new Measurement(ParseBenchmark.class, WARM_UP_SECONDS, SECONDS)
                .run(benchmark, threads, Map.of("folder", folder.toString()));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
