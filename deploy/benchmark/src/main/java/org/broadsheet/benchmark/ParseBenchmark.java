package org.broadsheet.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.broadsheet.ingest.parse.PageParser;
import org.broadsheet.ingest.parse.PageText;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// Parsing page files against the least that any parser must do with them: read the bytes, decode
/// them, split them into lines. Each call goes once over the same files, read anew.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ParseBenchmark {
    /// Folder of page files in UTF-8.
    @Param("seeds")
    public String folder = "";

    private List<Path> files = List.of();
    private int next;

    /// Finds the page files.
    @Setup
    public void findFiles() {
        files = pageFiles(Path.of(folder));
    }

    /// The articles of every page.
    @Benchmark
    public void parse(Blackhole out, ProcessorTime time) {
        time.calls++;
        for (Path file : files) {
            parse(file, out);
        }
    }

    /// The lines of every file, and nothing made of them.
    @Benchmark
    public void readDecodeSplit(Blackhole out, ProcessorTime time) {
        time.calls++;
        for (Path file : files) {
            read(file).lines().forEach(out::consume);
        }
    }

    /// The articles of one file, of each in turn: for the longest that any takes.
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public void parseOne(Blackhole out) {
        parse(files.get(next), out);
        next = (next + 1) % files.size();
    }

    private static void parse(Path file, Blackhole out) {
        for (PageText page : PageText.pagesOf(read(file))) {
            out.consume(new PageParser().parse(page));
        }
    }

    /// The page files of a folder, by name.
    static List<Path> pageFiles(Path folder) {
        try (var found = Files.list(folder)) {
            List<Path> pages =
                    found.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
            if (pages.isEmpty()) {
                throw new IllegalArgumentException("no .txt file in " + folder);
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
