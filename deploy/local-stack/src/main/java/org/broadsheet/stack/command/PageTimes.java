package org.broadsheet.stack.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.stack.Problem;
import org.broadsheet.stack.http.Http;
import org.broadsheet.stack.http.Json;
import org.broadsheet.stack.terminal.Table;
import org.broadsheet.stack.terminal.Terminal;

/// How long the pages of a stack that runs take to answer, beside a health check that does nothing:
/// what is measured of both includes the way there and back.
final class PageTimes {
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 100;
    private static final double MILLION = 1e6;
    private static final String NOTHING = "/q/health/live";

    private final Service query;
    private final Terminal terminal;

    PageTimes(Service query, Terminal terminal) {
        this.query = query;
        this.terminal = terminal;
    }

    int run() {
        Map<String, String> pages = pages();
        Map<String, long[]> times = new LinkedHashMap<>();
        pages.forEach((name, path) -> times.put(name, new long[ROUNDS]));
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (Map.Entry<String, String> page : pages.entrySet()) {
                long time = time(page.getValue());
                if (round >= 0) {
                    at(times, page.getKey())[round] = time;
                }
            }
        }
        print(pages, times);
        return 0;
    }

    /// One address of every kind of page.
    private Map<String, String> pages() {
        Json article =
                query.get("/api/search?limit=1&facets=none").at("hits").elements().stream()
                        .findFirst()
                        .map(hit -> query.get("/api/articles/" + encoded(hit, "id")))
                        .orElseThrow(
                                () ->
                                        new Problem(
                                                "The archive is empty.",
                                                "deploy/up drops the seeds into an empty"
                                                        + " archive."));
        String id = encoded(article, "id");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("(health check)", NOTHING);
        pages.put("home", "/");
        pages.put("search", "/?q=%E5%85%9A%E5%BB%BA");
        pages.put("article", "/articles/" + id);
        pages.put("rebuilt", "/articles/" + id + "/rebuilt");
        pages.put("page", "/pages/" + encoded(article, "pageId"));
        pages.put("newspapers", "/newspapers");
        pages.put("tray", "/tray");
        pages.put("desk", "/desk");
        pages.put("ledger", "/desk/files");
        return pages;
    }

    private static String encoded(Json article, String name) {
        String value = article.at(name).text().orElse("");
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private long time(String path) {
        long start = System.nanoTime();
        boolean isOk = Http.get(query.address() + path).filter(Http.Answer::isOk).isPresent();
        long time = System.nanoTime() - start;
        if (!isOk) {
            throw new Problem(path + " gives no page.", "deploy/logs query-service may tell why.");
        }
        return time;
    }

    private void print(Map<String, String> pages, Map<String, long[]> times) {
        double nothing = median(at(times, pages.keySet().iterator().next()));
        Table table = new Table();
        table.row("PAGE", "MEDIAN", "95 OF 100", "OF A HEALTH CHECK");
        List<String> late = new ArrayList<>();
        times.forEach(
                (name, each) -> {
                    table.row(
                            name,
                            millis(median(each)),
                            millis(share(each, 95)),
                            String.format(Locale.ROOT, "%.1f", median(each) / nothing));
                    if (median(each) > 100 * MILLION) {
                        late.add(name);
                    }
                });
        table.lines().forEach(terminal::line);
        terminal.line(
                late.isEmpty()
                        ? "Every page answers within 100 ms."
                        : "Later than 100 ms: " + String.join(", ", late) + ".");
    }

    private static long[] at(Map<String, long[]> times, String name) {
        return times.getOrDefault(name, new long[ROUNDS]);
    }

    private static double median(long[] times) {
        return share(times, 50);
    }

    private static double share(long[] times, int percent) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static String millis(double nanos) {
        return String.format(Locale.ROOT, "%.1f ms", nanos / MILLION);
    }
}
