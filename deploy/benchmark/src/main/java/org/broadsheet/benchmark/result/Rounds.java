package org.broadsheet.benchmark.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// One figure, measured in several rounds.
public final class Rounds {
    private final List<Double> figures = new ArrayList<>();

    public void add(double figure) {
        figures.add(figure);
    }

    /// The middle round; of an even number the mean of the two in the middle.
    public double median() {
        if (figures.isEmpty()) {
            throw new IllegalStateException("nothing has been measured");
        }
        List<Double> sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public double least() {
        return Collections.min(figures);
    }

    public double most() {
        return Collections.max(figures);
    }

    /// Median with the spread of the rounds: `12.3 (11.0 to 14.9)`.
    public String shown() {
        return "%s (%s to %s)".formatted(number(median()), number(least()), number(most()));
    }

    /// The median of this to that of another, where rounds of both alternated: `0.83`.
    public double to(Rounds other) {
        return median() / other.median();
    }

    /// With as many places as such a figure deserves.
    public static String number(double figure) {
        double size = Math.abs(figure);
        String form = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, form, figure);
    }
}
