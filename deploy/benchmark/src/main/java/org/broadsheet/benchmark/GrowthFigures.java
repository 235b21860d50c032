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
import org.broadsheet.benchmark.line.Web;
import org.broadsheet.benchmark.line.WholeLine;
import org.broadsheet.benchmark.result.Plot;
import org.broadsheet.benchmark.result.PowerLaw;
import org.broadsheet.benchmark.result.PowerLaw.Point;
import org.broadsheet.benchmark.result.Report.Section;
import org.broadsheet.benchmark.result.Rounds;
import org.broadsheet.ingest.parse.PageParser;
import org.broadsheet.ingest.parse.PageText;

/// What an archive costs as it grows: the same archive at a hundredth of its articles, or a
/// thousand, at a tenth and at all of them.
final class GrowthFigures {
    private static final int QUERIES = 200;

    /// Fewer articles travel to the index at once: there is nothing to be timed.
    private static final long LEAST = 1_000;

    private static final int WARM_UP_PAGES = 1_500;

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
    private double parsingSeconds;
    private long takenIn;
    private double intakeSeconds;

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
        parse(WARM_UP_PAGES);
        parsed = 0;
        parsingSeconds = 0;
        try (WholeLine line = WholeLine.ofIngestService(archive.stack())) {
            line.drop(line.stage(pages, OTHER_PAGES_FROM, OTHER_PAGES));
            line.awaitPublished(OTHER_PAGES);
            at(Math.max(LEAST, effort.articles() / 100), line);
            at(effort.articles() / 10, line);
            at(effort.articles(), line);
        }
        List<String> remarks = new ArrayList<>();
        totals.forEach((name, points) -> remarks.add(remark(name, points)));
        times.forEach((name, points) -> remarks.add(remark(name, points)));
        remarks.add(
                "Goal: nothing worse than n log n, which is an exponent of 1.1 at these sizes.");
        return new Section(
                "growth",
                "Growth: what an archive costs as it grows",
                "The same archive at three sizes. Parsing is that of all its pages in one thread; taking in is"
                        + " from the drop folder until PostgreSQL has them and Kafka all their events;"
                        + " indexing is one fill of an empty index from the full topic; searches are"
                        + " mixed real queries by one client. The exponent of a power law is fitted to"
                        + " the points: 1 is linear, 0 is no growth.",
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

    private void at(long articles, WholeLine line) {
        archive.growTo(articles);
        double size = archive.articles();
        parse(archive.pages());
        takeIn(archive.pages(), line);
        double indexing = size / archive.refill();
        archive.rest();
        double bytes = archive.bytes() / size;
        Clients.Round search = search();
        totals.computeIfAbsent("parse", _ -> new ArrayList<>())
                .add(new Point(size, parsingSeconds));
        totals.computeIfAbsent("intake", _ -> new ArrayList<>())
                .add(new Point(size, intakeSeconds));
        totals.computeIfAbsent("index", _ -> new ArrayList<>()).add(new Point(size, indexing));
        times.computeIfAbsent("half within", _ -> new ArrayList<>())
                .add(new Point(size, search.within(0.5)));
        times.computeIfAbsent("99 of 100 within", _ -> new ArrayList<>())
                .add(new Point(size, search.within(0.99)));
        table.add(
                List.of(
                        String.format(Locale.ROOT, "%,d", archive.articles()),
                        Rounds.number(parsingSeconds),
                        Rounds.number(intakeSeconds),
                        Rounds.number(indexing),
                        Rounds.number(search.within(0.5)),
                        Rounds.number(search.within(0.99)),
                        Rounds.number(bytes)));
        out.printf(Locale.ROOT, "  %,d articles%n", archive.articles());
    }

    /// Parses on until so many pages have been parsed.
    private void parse(long until) {
        while (parsed < until) {
            PageText page = PageText.pagesOf(pages.page(parsed).text()).getFirst();
            long start = System.nanoTime();
            int articles = new PageParser().parse(page).articles().size();
            parsingSeconds += (System.nanoTime() - start) / 1e9;
            if (articles == 0) {
                throw new IllegalStateException("page " + parsed + " has no article");
            }
            parsed++;
        }
    }

    /// Takes pages in until there are so many of the archive.
    private void takeIn(long until, WholeLine line) {
        Path staged = line.stage(pages, takenIn, until - takenIn);
        long start = System.nanoTime();
        line.drop(staged);
        line.awaitPublished(OTHER_PAGES + until);
        intakeSeconds += (System.nanoTime() - start) / 1e9;
        takenIn = until;
    }

    private Clients.Round search() {
        List<String> addresses = Queries.searches(pages, QUERIES);
        try (RunningService query = archive.newQueryService(archive.stack().elasticsearch())) {
            Clients.Asking<String> asking = address -> Web.get(query.address() + address);
            Clients.ask(1, effort.round(), addresses, asking);
            return Clients.ask(1, effort.round(), addresses, asking);
        }
    }

    private static String remark(String name, List<Point> points) {
        PowerLaw law = PowerLaw.of(points);
        return String.format(
                Locale.ROOT, "%s grows as n^%.2f (R² %.3f).", name, law.exponent(), law.fit());
    }
}
