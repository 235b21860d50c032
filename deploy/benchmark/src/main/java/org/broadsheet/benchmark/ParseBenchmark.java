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
import org.broadsheet.ingest.parse.ParsedPage;
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
/// them, split them into lines. Both read the same files anew at each call.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ParseBenchmark {
    /// Folder of page files, all read as UTF-8.
    @Param("seeds")
    public String folder = "";

    private List<Path> files = List.of();

    /// Finds the page files.
    @Setup
    public void findFiles() {
        files = pageFiles(Path.of(folder));
    }

    /// The articles of every page.
    @Benchmark
    public void parse(Blackhole out) {
        PageParser parser = new PageParser();
        for (Path file : files) {
            for (PageText page : PageText.pagesOf(read(file))) {
                ParsedPage parsed = parser.parse(page);
                out.consume(parsed);
            }
        }
    }

    /// The lines of every file, and nothing made of them.
    @Benchmark
    public void readDecodeSplit(Blackhole out) {
        for (Path file : files) {
            read(file).lines().forEach(out::consume);
        }
    }

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
