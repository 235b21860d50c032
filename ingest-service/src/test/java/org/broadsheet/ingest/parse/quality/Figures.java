package org.broadsheet.ingest.parse.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Sums of hits, found and wanted per figure, over one page or many; each figure is their F1. The
/// grouping of lines into articles is the F1 of B-cubed precision and recall.
final class Figures {
    static final List<String> NAMES =
            List.of(
                    "articles",
                    "headline",
                    "byline",
                    "order",
                    "paragraph",
                    "subhead",
                    "kicker",
                    "deck",
                    "caption",
                    "column",
                    "source",
                    "dateline",
                    "furniture");

    private final Map<String, double[]> sums = new LinkedHashMap<>();
    private final Claims claims = new Claims();
    private double weight;
    private double precision;
    private double recall;

    void add(String name, double hits, double found, double wanted) {
        double[] sum = sums.computeIfAbsent(name, n -> new double[3]);
        sum[0] += hits;
        sum[1] += found;
        sum[2] += wanted;
    }

    void addGrouping(double pageWeight, double pagePrecision, double pageRecall) {
        weight += pageWeight;
        precision += pagePrecision;
        recall += pageRecall;
    }

    Claims claims() {
        return claims;
    }

    void addAll(Figures page) {
        claims.addAll(page.claims);
        page.sums.forEach((name, sum) -> add(name, sum[0], sum[1], sum[2]));
        addGrouping(page.weight, page.precision, page.recall);
    }

    /// From 0 to 1; 1 where nothing was wanted and nothing found.
    double value(String name) {
        if (name.equals("articles")) {
            double both = precision + recall;
            return both == 0 ? 1 : 2 * (precision / weight) * (recall / weight) / (both / weight);
        }
        double[] sum = sums.getOrDefault(name, new double[3]);
        return sum[1] + sum[2] == 0 ? 1 : 2 * sum[0] / (sum[1] + sum[2]);
    }

    static String head(String title) {
        StringBuilder row = new StringBuilder("%-22s".formatted(title));
        NAMES.forEach(name -> row.append("%10s".formatted(name)));
        return row.toString();
    }

    String row(String title) {
        List<String> cells = new ArrayList<>();
        NAMES.forEach(name -> cells.add(String.format(Locale.ROOT, "%10.3f", value(name))));
        return "%-22s".formatted(title) + String.join("", cells);
    }
}
