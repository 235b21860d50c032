package org.broadsheet.benchmark;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.benchmark.data.Queries;
import org.broadsheet.benchmark.data.RelaidPages;
import org.broadsheet.benchmark.line.Archive;
import org.broadsheet.benchmark.line.Clients;
import org.broadsheet.benchmark.line.RunningService;
import org.broadsheet.benchmark.line.TopicCopy;
import org.broadsheet.benchmark.line.Web;
import org.broadsheet.benchmark.line.WholeLine;
import org.broadsheet.benchmark.result.Plot;
import org.broadsheet.benchmark.result.PowerLaw;
import org.broadsheet.benchmark.result.PowerLaw.Point;
import org.broadsheet.benchmark.result.Report.Section;
import org.broadsheet.benchmark.result.Rounds;
import org.broadsheet.ingest.parse.PageParser;
import org.broadsheet.ingest.parse.PageText;

/// What an archive costs as it grows: the same archive with its first thousand articles, with ten
/// times as many, and so on. Its pages are parsed, taken in by ingest-service and indexed from the
/// topic one after the other, and each page once: what it took to come to a size is the sum of
/// that.
final class GrowthFigures {
    private static final int QUERIES = 200;

    /// Fewer articles travel to the index at once: there is nothing to be timed.
    private static final long LEAST = 1_000;

    private static final int WARM_UP_PAGES = 1_500;

    /// Indexed before, in an archive of their own: an Elasticsearch that has just started is slow.
    private static final int WARM_UP_ARTICLES = 5_000;

    /// As many lie in the drop folder at once.
    private static final long DROPPED_MAX = 10_000;

    /// Taken in before those that count, and none of them: as the archive's own are numbered from
    /// 0.
    private static final long OTHER_PAGES_FROM = 1_000_000;

    private static final int OTHER_PAGES = 500;

    private final RelaidPages pages;
    private final Archive archive;
    private final Effort effort;
    private final PrintStream out;
    private final Map<String, List<Point>> totals = new LinkedHashMap<>();
    private final Map<String, List<Point>> times = new LinkedHashMap<>();
    private final List<List<String>> table = new ArrayList<>();
    private long parsed;
    private long articles;
    private double parsingSeconds;
    private long takenIn;
    private double intakeSeconds;
    private double indexingSeconds;

    GrowthFigures(RelaidPages pages, Archive archive, Effort effort, PrintStream out) {
        this.pages = pages;
        this.archive = archive;
        this.effort = effort;
        this.out = out;
    }

    /// @throws IllegalArgumentException if the archive is too small to tell of growth
    Section section() {
        if (effort.articles() <= 10 * LEAST) {
            throw new IllegalArgumentException(
                    "growth needs --articles above %d, not %d"
                            .formatted(10 * LEAST, effort.articles()));
        }
        table.add(
                List.of(
                        "articles",
                        "pages parsed in, s",
                        "taken in, s",
                        "indexed in, s",
                        "search, half within, ms",
                        "99 of 100 within, ms",
                        "index, bytes an article"));
        while (parsed < WARM_UP_PAGES) {
            parseNext();
        }
        parsed = 0;
        articles = 0;
        parsingSeconds = 0;
        try (Archive other = new Archive(archive.stack(), pages)) {
            other.growTo(WARM_UP_ARTICLES);
        }
        try (WholeLine line = WholeLine.ofIngestService(archive.stack())) {
            line.drop(line.stage(pages, OTHER_PAGES_FROM, OTHER_PAGES));
            line.awaitPublished(OTHER_PAGES);
            try (TopicCopy copy = archive.copyOf(line)) {
                // A step of less than that tells of noise only.
                for (long size = LEAST; size <= effort.articles() / 3; size *= 10) {
                    at(size, line, copy);
                }
                at(effort.articles(), line, copy);
            }
        }
        List<String> remarks = new ArrayList<>();
        totals.forEach((name, points) -> remarks.add(remark(name, points)));
        times.forEach((name, points) -> remarks.add(remark(name, points)));
        remarks.add(goal());
        return new Section(
                "growth",
                "Growth: what an archive costs as it grows",
                ("The same archive at %d sizes. Parsing is that of all its pages in one thread; taking in is"
                                + " from the drop folder, %,d pages at most at once, until PostgreSQL has"
                                + " them and Kafka all their events; indexing is from a copy of their topic,"
                                + " made meanwhile, into the index that searches read, until all are"
                                + " applied, the first of them by an index-service that has indexed"
                                + " nothing before. What further pages took is added to what those"
                                + " before them took. Searches are %d mixed real queries, each"
                                + " asked once by one client after all were asked once. The exponent of a"
                                + " power law is fitted to the points: 1 is linear, 0 is no growth. The"
                                + " last step has an exponent of its own, in which what takes the same"
                                + " time at each size weighs least.")
                        .formatted(table.size() - 1, DROPPED_MAX, QUERIES),
                table,
                remarks,
                List.of(
                        Plot.growth(
                                "growth-totals",
                                "Parsing, taking in and indexing an archive, seconds",
                                "articles",
                                totals),
                        Plot.growth("growth-search", "A search, milliseconds", "articles", times)));
    }

    private void at(long wanted, WholeLine line, TopicCopy copy) {
        while (articles < wanted) {
            parseNext();
        }
        tell("parsed", parsingSeconds);
        takeIn(line);
        tell("taken in", intakeSeconds);
        indexingSeconds += archive.take(copy, takenIn - archive.pages());
        if (archive.articles() < articles) {
            throw new IllegalStateException(
                    "%d articles were published of %d".formatted(archive.articles(), articles));
        }
        double size = articles;
        tell("indexed", indexingSeconds);
        archive.rest();
        double bytes = archive.bytes() / size;
        Clients.Round search = search();
        add(totals, "parse", size, parsingSeconds);
        add(totals, "intake", size, intakeSeconds);
        add(totals, "index", size, indexingSeconds);
        add(times, "half within", size, search.within(0.5));
        add(times, "99 of 100 within", size, search.within(0.99));
        table.add(
                List.of(
                        String.format(Locale.ROOT, "%,d", articles),
                        Rounds.number(parsingSeconds),
                        Rounds.number(intakeSeconds),
                        Rounds.number(indexingSeconds),
                        Rounds.number(search.within(0.5)),
                        Rounds.number(search.within(0.99)),
                        Rounds.number(bytes)));
        tell("half of the searches within", search.within(0.5) / 1e3);
    }

    private static void add(
            Map<String, List<Point>> points, String name, double size, double value) {
        points.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Point(size, value));
    }

    private void tell(String what, double seconds) {
        out.printf(Locale.ROOT, "  %,d articles: %s %.2f s%n", articles, what, seconds);
    }

    private void parseNext() {
        PageText page = PageText.pagesOf(pages.page(parsed).text()).getFirst();
        long start = System.nanoTime();
        int found = new PageParser().parse(page).articles().size();
        parsingSeconds += (System.nanoTime() - start) / 1e9;
        if (found == 0) {
            throw new IllegalStateException("page " + parsed + " has no article");
        }
        articles += found;
        parsed++;
    }

    /// Takes in the pages that have been parsed.
    private void takeIn(WholeLine line) {
        while (takenIn < parsed) {
            long count = Math.min(DROPPED_MAX, parsed - takenIn);
            Path staged = line.stage(pages, takenIn, count);
            long start = System.nanoTime();
            line.drop(staged);
            takenIn += count;
            line.awaitPublished(OTHER_PAGES + takenIn);
            intakeSeconds += (System.nanoTime() - start) / 1e9;
        }
    }

    private Clients.Round search() {
        List<String> addresses = Queries.searches(pages, QUERIES);
        try (RunningService query = archive.newQueryService(archive.stack().elasticsearch())) {
            Clients.Asking<String> asking = address -> Web.get(query.address() + address);
            Clients.askEach(addresses, asking);
            return Clients.askEach(addresses, asking);
        }
    }

    private static String remark(String name, List<Point> points) {
        PowerLaw law = PowerLaw.of(points);
        PowerLaw last = PowerLaw.of(lastStep(points));
        return String.format(
                Locale.ROOT,
                "%s grows as n^%.2f (R² %.3f), in the last step as n^%.2f.",
                name,
                law.exponent(),
                law.fit(),
                last.exponent());
    }

    private static List<Point> lastStep(List<Point> points) {
        return points.subList(points.size() - 2, points.size());
    }

    private String goal() {
        List<Point> sorting =
                totals.getOrDefault("parse", List.of()).stream()
                        .map(point -> new Point(point.x(), point.x() * Math.log(point.x())))
                        .toList();
        return String.format(
                Locale.ROOT,
                "Goal: nothing worse than n log n, which is n^%.2f at these sizes, in the last step"
                        + " n^%.2f.",
                PowerLaw.of(sorting).exponent(),
                PowerLaw.of(lastStep(sorting)).exponent());
    }
}
