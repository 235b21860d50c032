package org.broadsheet.ingest.parse.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the parser said with which confidence, and whether it was right: of what is said with 0.9,
/// nine in ten should be right.
final class Claims {
    private static final double[] STEPS = {0.9, 0.8, 0.7, 0.5, 0};

    private record Claim(double confidence, boolean right) {}

    private final List<Claim> claims = new ArrayList<>();

    void add(double confidence, boolean right) {
        claims.add(new Claim(confidence, right));
    }

    void addAll(Claims other) {
        claims.addAll(other.claims);
    }

    /// The share of right claims among those of at least 0.9; 1 without any.
    double rightOfSure() {
        return right(STEPS[0], Double.POSITIVE_INFINITY);
    }

    private double right(double from, double below) {
        List<Claim> some = some(from, below);
        return some.isEmpty()
                ? 1
                : some.stream().filter(Claim::right).count() / (double) some.size();
    }

    private List<Claim> some(double from, double below) {
        return claims.stream()
                .filter(c -> c.confidence() >= from && c.confidence() < below)
                .toList();
    }

    String table(String title) {
        StringBuilder table = new StringBuilder();
        double below = Double.POSITIVE_INFINITY;
        for (double from : STEPS) {
            List<Claim> some = some(from, below);
            double said = some.stream().mapToDouble(Claim::confidence).average().orElse(0);
            table.append(
                    String.format(
                            Locale.ROOT,
                            "%-22s said %.1f and more: %4d claims, %.3f said, %.3f right%n",
                            title,
                            from,
                            some.size(),
                            said,
                            right(from, below)));
            below = from;
        }
        return table.toString();
    }
}
