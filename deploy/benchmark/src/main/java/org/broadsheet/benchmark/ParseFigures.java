package org.broadsheet.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.benchmark.result.Plot;
import org.broadsheet.benchmark.result.Report.Section;
import org.broadsheet.benchmark.result.Rounds;
import org.openjdk.jmh.results.RunResult;

/// How fast pages are parsed. The measurements alternate over several rounds, each in a process of
/// its own, and the median round counts, so that what else runs on the machine weighs on all alike.
final class ParseFigures {
    private final Path folder;
    private final Effort effort;
    private final long bytes;
    private final int files;
    private final PrintStream out;

    ParseFigures(Path folder, Effort effort, PrintStream out) {
        List<Path> pages = ParseBenchmark.pageFiles(folder);
        this.folder = folder;
        this.effort = effort;
        this.files = pages.size();
        this.bytes = pages.stream().mapToLong(ParseFigures::size).sum();
        this.out = out;
    }

    Section section() {
        out.printf("Parsing the %d page files in %s, %,d bytes.%n", files, folder, bytes);
        Speeds split = new Speeds();
        Speeds parse = new Speeds();
        Speeds both = new Speeds();
        Rounds longest = new Rounds();
        for (int round = 1; round <= effort.rounds(); round++) {
            split.add(speed("readDecodeSplit", 1));
            parse.add(speed("parse", 1));
            both.add(speed("parse", 2));
            longest.add(longestMillis());
            out.printf(
                    Locale.ROOT,
                    "  round %d of %d: %.1f MB/s%n",
                    round,
                    effort.rounds(),
                    parse.lastByClock());
        }
        Map<String, Rounds> bars = new LinkedHashMap<>();
        bars.put("parse", parse.clock());
        bars.put("parse, two at a time", both.clock());
        String title = "Parse: megabytes of page text a second";
        return new Section(
                "parse",
                title,
                ("The %d page files in %s, %,d bytes of UTF-8, read anew each time, beside the least that"
                                + " any parser must do: read, decode and split into lines. JMH, each"
                                + " round in a process of its own, warmed up.")
                        .formatted(files, folder, bytes),
                List.of(
                        List.of("MB/s", "by the clock", "per CPU second"),
                        split.row("read, decode, split"),
                        parse.row("parse"),
                        both.row("parse, two at a time")),
                List.of(
                        String.format(
                                Locale.ROOT,
                                "Parsing takes %.1f times as long as reading, decoding and splitting.",
                                split.processor().to(parse.processor())),
                        String.format(
                                Locale.ROOT,
                                "Two at a time do %.2f times the work of one.",
                                both.clock().to(parse.clock())),
                        String.format(
                                Locale.ROOT,
                                "99.9 %% of the pages took under %.1f ms.",
                                longest.median()),
                        "Goal: 10 MB/s, near linear on two cores."),
                List.of(Plot.bars("parse", title, bars)));
    }

    /// Speeds of several rounds, by the clock and per second of a processor.
    private record Speeds(Rounds clock, Rounds processor, List<Double> byClock) {
        Speeds() {
            this(new Rounds(), new Rounds(), new ArrayList<>());
        }

        void add(Speed speed) {
            clock.add(speed.clock());
            processor.add(speed.processor());
            byClock.add(speed.clock());
        }

        double lastByClock() {
            return byClock.getLast();
        }

        List<String> row(String what) {
            return List.of(what, clock.shown(), processor.shown());
        }
    }

    /// Megabytes in a second, a megabyte being a million bytes of UTF-8.
    ///
    /// @param clock by the clock, all threads together
    /// @param processor in a second of one processor
    private record Speed(double clock, double processor) {}

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
        return new Measurement(ParseBenchmark.class, effort.warmUpSeconds(), effort.seconds())
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
