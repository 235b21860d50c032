package org.broadsheet.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.broadsheet.benchmark.data.RelaidPages;
import org.broadsheet.benchmark.line.RunningService;
import org.broadsheet.benchmark.line.Stack;
import org.broadsheet.benchmark.line.Web;
import org.broadsheet.benchmark.line.WholeLine;
import org.broadsheet.benchmark.peer.TikaPeer;
import org.broadsheet.benchmark.result.Plot;
import org.broadsheet.benchmark.result.Report.Section;
import org.broadsheet.benchmark.result.Rounds;

/// How many pages a second go all the way from the drop folder to where searches find their
/// articles, beside a crawler of files; what the services need of memory meanwhile, and what the
/// archive then takes on the disk.
final class LineFigures {
    private static final long PAGES_MAX = 10_000;
    private static final int MEGABYTE = 1 << 20;

    /// A look asks PostgreSQL and Elasticsearch, which have other things to do meanwhile.
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Stack stack;
    private final RelaidPages pages;
    private final Effort effort;
    private final PrintStream out;
    private final Rounds ours = new Rounds();
    private final Rounds crawler = new Rounds();
    private final Map<String, List<Long>> memory = new LinkedHashMap<>();
    private final List<String> sizes = new ArrayList<>();

    LineFigures(Stack stack, RelaidPages pages, Effort effort, PrintStream out) {
        this.stack = stack;
        this.pages = pages;
        this.effort = effort;
        this.out = out;
    }

    List<Section> sections() {
        long count = Math.min(PAGES_MAX, Math.max(100, effort.articles() / 10));
        // A round takes many minutes at the full size.
        int rounds = Math.min(effort.rounds(), 3);
        for (int round = 1; round <= rounds; round++) {
            memory.clear();
            sizes.clear();
            round(count);
            out.printf(
                    Locale.ROOT,
                    "  round %d of %d: %.0f pages/s, crawler %.0f%n",
                    round,
                    rounds,
                    ours.median(),
                    crawler.median());
        }
        return List.of(speed(count), memorySection(count));
    }

    private void round(long count) {
        try (WholeLine line = WholeLine.ofAll(stack, Map.of())) {
            Path dropped = line.stage(pages, 0, count);
            long bytes = bytes(dropped);
            // It comes first, and its files are those that are moved into the drop folder then.
            crawler.add(crawled(dropped, line.alias() + "-crawled", count));
            long started = System.nanoTime();
            line.drop(dropped);
            awaitFound(line, count);
            ours.add(count / ((System.nanoTime() - started) / 1e9));
            sizes(line, count, bytes);
        }
    }

    private double crawled(Path folder, String index, long count) {
        double seconds = new TikaPeer(stack.elasticsearch()).load(folder, index);
        Web.json("DELETE", stack.search("/" + index), "");
        return count / seconds;
    }

    private void awaitFound(WholeLine line, long count) {
        Map<String, RunningService> services = new LinkedHashMap<>();
        services.put("ingest-service", line.ingest());
        services.put("index-service", line.index());
        services.put("query-service", line.query());
        boolean published = false;
        while (!published || line.found() < line.articles()) {
            services.forEach(
                    (name, service) ->
                            memory.computeIfAbsent(name, _ -> new ArrayList<>())
                                    .add(service.residentBytes()));
            WholeLine.Progress progress = line.progress();
            published = progress.stored() >= count && progress.unpublished() == 0;
            Web.pause(LOOK_EVERY);
        }
    }

    private void sizes(WholeLine line, long count, long bytes) {
        long articles = line.articles();
        Web.json("POST", stack.search("/" + line.alias() + "/_forcemerge?max_num_segments=1"), "");
        long index =
                Web.json(stack.search("/" + line.alias() + "/_stats/store"))
                        .at("/_all/primaries/store/size_in_bytes")
                        .asLong();
        sizes.add(
                size(
                        "The index, merged",
                        index,
                        "%,d bytes an article".formatted(index / articles),
                        bytes));
        for (String table : List.of("issue_file", "page", "article", "outbox")) {
            long taken =
                    line.number("select pg_total_relation_size('%s'::regclass)".formatted(table));
            sizes.add(
                    size(
                            "PostgreSQL, table `" + table + "`",
                            taken,
                            "%,d bytes a page".formatted(taken / count),
                            bytes));
        }
        sizes.addFirst(
                "%,d articles of %,d pages; their text is %.1f MB, %,d bytes a page."
                        .formatted(articles, count, bytes / (double) MEGABYTE, bytes / count));
    }

    private static String size(String what, long taken, String each, long text) {
        return String.format(
                Locale.ROOT,
                "%s: %.1f MB, %s, %.2f of the text.",
                what,
                taken / (double) MEGABYTE,
                each,
                taken / (double) text);
    }

    private static long bytes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Section speed(long count) {
        Map<String, Rounds> figures = new LinkedHashMap<>();
        figures.put("Broadsheet", ours);
        figures.put("crawler: Tika, a document a file", crawler);
        String title = "Whole line: from the drop folder to searches, pages a second";
        return new Section(
                "line",
                title,
                ("%,d pages appear at once; counted until searches find all their articles, with the second"
                                + " of rest of the drop folder and the last pause between refreshes in it. The"
                                + " crawler reads the same files with Tika and puts each whole as one document"
                                + " into an index with the standard analyzer, as FSCrawler does: no articles,"
                                + " no database, no topic, no Chinese words.")
                        .formatted(count),
                List.of(
                        List.of("", "pages a second", "Broadsheet to this"),
                        List.of("Broadsheet", ours.shown(), "1.00"),
                        List.of(
                                "crawler: Tika, a document a file",
                                crawler.shown(),
                                Rounds.number(ours.to(crawler)))),
                List.of("Goal: ahead of the crawler."),
                List.of(Plot.bars("line", title, figures)));
    }

    private Section memorySection(long count) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("RSS in MB", "at a third of the way", "at the end", "most"));
        memory.forEach(
                (service, bytes) ->
                        table.add(
                                List.of(
                                        service,
                                        megabytes(bytes.get(bytes.size() / 3)),
                                        megabytes(bytes.getLast()),
                                        megabytes(
                                                bytes.stream()
                                                        .mapToLong(b -> b)
                                                        .max()
                                                        .orElse(0)))));
        return new Section(
                "memory",
                "Memory and disk",
                "Of the last round of the whole line, %,d pages at once: what each service has of the machine's memory, all of it, not only the heap."
                        .formatted(count),
                table,
                Stream.concat(
                                Stream.of("Goal: 250 MB for the intake of 10,000 pages, and flat."),
                                sizes.stream())
                        .toList(),
                List.of());
    }

    private static String megabytes(long bytes) {
        return Rounds.number(bytes / (double) MEGABYTE);
    }
}
