package org.broadsheet.benchmark;

import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.benchmark.data.RelaidPages;
import org.broadsheet.benchmark.line.Stack;
import org.broadsheet.benchmark.line.Web;
import org.broadsheet.benchmark.line.WholeLine;
import org.broadsheet.benchmark.result.Report.Section;
import org.broadsheet.benchmark.result.Rounds;

/// How long after its file was renamed into the drop folder of an idle line an article is found,
/// beside the time that a document takes that is written into the index and refreshed by hand.
final class FreshnessFigures {
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    /// A line that has run for a while is measured, not one whose JVMs still compile.
    private static final long WARM_UP_PAGES = 300;

    private static final long FIRST_WARM_UP_PAGE = 10_000;

    private final Stack stack;
    private final RelaidPages pages;
    private final Effort effort;
    private final PrintStream out;

    FreshnessFigures(Stack stack, RelaidPages pages, Effort effort, PrintStream out) {
        this.stack = stack;
        this.pages = pages;
        this.effort = effort;
        this.out = out;
    }

    Section section() {
        List<List<String>> table = new ArrayList<>();
        table.add(
                List.of(
                        "seconds",
                        "half within",
                        "99 of 100 within",
                        "written and refreshed by hand, half within"));
        table.add(row("as shipped", Map.of()));
        table.add(
                row(
                        "rest 100 ms, refresh 100 ms",
                        Map.of("DROP_SETTLE_TIME", "100ms", "INDEXER_REFRESH_EVERY", "100ms")));
        return new Section(
                "freshness",
                "Freshness: from the rename to the search that finds it",
                ("%d pages, one after the other, into an idle line that has seen %d before, each with a word of"
                                + " its own that searches then ask query-service for, every %d ms. Beside: a document put into the"
                                + " same index by hand, and refreshed at once. As shipped, a file must have rested for a second"
                                + " (`drop.settle-time`), and searches are shown what is new at once, but twice a second"
                                + " at most.")
                        .formatted(tries(), WARM_UP_PAGES, LOOK_EVERY.toMillis()),
                table,
                List.of(
                        "Goals: half within 1.5 s, 99 of 100 within 2.5 s; with a refresh of 100 ms half"
                                + " within 0.4 s."),
                List.of());
    }

    private int tries() {
        return effort.rounds() * 12;
    }

    private List<String> row(String name, Map<String, String> settings) {
        List<Double> line = new ArrayList<>();
        List<Double> alone = new ArrayList<>();
        try (WholeLine whole = WholeLine.ofAll(stack, settings)) {
            warmUp(whole);
            for (int number = -5; number < tries(); number++) {
                double fresh = dropped(whole, number);
                double shown = put(whole, number);
                // The first ones warm up the searches.
                if (number >= 0) {
                    line.add(fresh);
                    alone.add(shown);
                }
            }
        }
        line.sort(null);
        alone.sort(null);
        out.printf(Locale.ROOT, "  %s: half within %.2f s%n", name, within(line, 0.5));
        return List.of(
                name,
                Rounds.number(within(line, 0.5)),
                Rounds.number(within(line, 0.99)),
                Rounds.number(within(alone, 0.5)));
    }

    private void warmUp(WholeLine line) {
        line.drop(line.stage(pages, FIRST_WARM_UP_PAGE, WARM_UP_PAGES));
        line.awaitPublished(WARM_UP_PAGES);
        while (line.found() < line.articles()) {
            Web.pause(LOOK_EVERY);
        }
    }

    private double dropped(WholeLine line, int number) {
        String word = "zq" + (number + 100) + "fresh";
        String text = pages.page(number + 100).text();
        // Into the first paragraph, so that it stands in an article wherever that one ends.
        String marked = text.replaceFirst("。", "，" + word + "。");
        line.drop("fresh-%d.txt".formatted(number + 100), marked);
        return secondsSince(
                System.nanoTime(),
                line.query().address()
                        + "/api/search?facets=none&q="
                        + URLEncoder.encode(word, StandardCharsets.UTF_8),
                "/total");
    }

    private double put(WholeLine line, int number) {
        String id = "alone-" + (number + 100);
        long started = System.nanoTime();
        Web.json(
                "PUT",
                stack.search("/" + line.alias() + "/_doc/" + id + "?refresh=true"),
                """
                {"id":"%1$s","revision":1,"withdrawn":false,"kind":"article","file":"alone.txt",
                 "pageId":"alone","position":1,"authors":[],"byline":[],"reprintKey":"%1$s"}
                """
                        .formatted(id));
        return secondsSince(
                started,
                stack.search("/" + line.alias() + "/_count?q=id:%22" + id + "%22"),
                "/count");
    }

    private static double secondsSince(long started, String address, String count) {
        long end = started + Duration.ofMinutes(1).toNanos();
        while (Web.json(address).at(count).asLong() == 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not found within a minute: " + address);
            }
            Web.pause(LOOK_EVERY);
        }
        return (System.nanoTime() - started) / 1e9;
    }

    private static double within(List<Double> sorted, double share) {
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
