package org.broadsheet.benchmark.result;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.broadsheet.benchmark.result.PowerLaw.Point;

/// A picture of figures, as SVG that stands alone.
///
/// @param name of its file, without ending
/// @param title what it shows, with the unit
public record Plot(String name, String title, String svg) {
    private static final int WIDTH = 720;
    private static final int LEFT = 250;
    private static final int BAR = 26;
    private static final int TOP = 40;
    private static final int HEIGHT = 360;
    private static final int MARGIN = 60;
    private static final String[] COLOURS = {"#7a1f1f", "#1f4e7a", "#3d6b2f", "#8a6d1c", "#5b3d82"};

    /// One bar for each figure, as long as its median, with a line from the least round to the
    /// most.
    public static Plot bars(String name, String title, Map<String, Rounds> figures) {
        double most = figures.values().stream().mapToDouble(Rounds::most).max().orElse(1);
        double scale = (WIDTH - LEFT - 90) / most;
        StringBuilder svg = new StringBuilder();
        int y = TOP;
        for (Map.Entry<String, Rounds> figure : figures.entrySet()) {
            Rounds rounds = figure.getValue();
            double end = LEFT + rounds.median() * scale;
            double middle = y + BAR / 2.0 - 3;
            svg.append(text(LEFT - 8, middle + 4, "end", figure.getKey()));
            svg.append(
                    format(
                            "<rect x='%d' y='%d' width='%.1f' height='%d' fill='%s'/>%n",
                            LEFT, y, end - LEFT, BAR - 6, COLOURS[1]));
            svg.append(
                    line(
                            LEFT + rounds.least() * scale,
                            middle,
                            LEFT + rounds.most() * scale,
                            middle,
                            "#111"));
            double right = Math.max(end, LEFT + rounds.most() * scale) + 6;
            svg.append(text(right, middle + 4, "start", Rounds.number(rounds.median())));
            y += BAR;
        }
        return new Plot(name, title, whole(title, y + 10, svg));
    }

    /// Points over a size, both scales logarithmic, each series with its fitted line.
    public static Plot growth(
            String name, String title, String sizes, Map<String, List<Point>> series) {
        List<Point> all = series.values().stream().flatMap(List::stream).toList();
        DoubleUnaryOperator x =
                scale(all.stream().mapToDouble(Point::x).toArray(), MARGIN, WIDTH - 220);
        DoubleUnaryOperator y =
                scale(all.stream().mapToDouble(Point::y).toArray(), HEIGHT - MARGIN, TOP + 10);
        StringBuilder svg = new StringBuilder();
        int row = 0;
        for (Map.Entry<String, List<Point>> one : series.entrySet()) {
            String colour = COLOURS[row % COLOURS.length];
            PowerLaw law = PowerLaw.of(one.getValue());
            double first = one.getValue().getFirst().x();
            double last = one.getValue().getLast().x();
            svg.append(
                    line(
                            x.applyAsDouble(first),
                            y.applyAsDouble(law.factor() * Math.pow(first, law.exponent())),
                            x.applyAsDouble(last),
                            y.applyAsDouble(law.factor() * Math.pow(last, law.exponent())),
                            colour));
            for (Point point : one.getValue()) {
                svg.append(
                        format(
                                "<circle cx='%.1f' cy='%.1f' r='4' fill='%s'/>%n",
                                x.applyAsDouble(point.x()), y.applyAsDouble(point.y()), colour));
            }
            String label = one.getKey() + format(": n^%.2f", law.exponent());
            svg.append(
                    format(
                            "<rect x='%d' y='%d' width='12' height='12' fill='%s'/>%n",
                            WIDTH - 205, TOP + 20 * row, colour));
            svg.append(text(WIDTH - 188, TOP + 20 * row + 11, "start", label));
            row++;
        }
        for (double size : all.stream().mapToDouble(Point::x).distinct().toArray()) {
            double at = x.applyAsDouble(size);
            svg.append(line(at, HEIGHT - MARGIN + 4, at, HEIGHT - MARGIN + 10, "#555"));
            svg.append(text(at, HEIGHT - MARGIN + 26, "middle", format("%,.0f", size)));
        }
        svg.append(text(MARGIN, HEIGHT - 14, "start", sizes + ", both scales logarithmic"));
        for (double value : new double[] {least(all), most(all)}) {
            svg.append(text(MARGIN - 8, y.applyAsDouble(value) + 4, "end", Rounds.number(value)));
        }
        return new Plot(name, title, whole(title, HEIGHT, svg));
    }

    private static double least(List<Point> points) {
        return points.stream().mapToDouble(Point::y).min().orElse(1);
    }

    private static double most(List<Point> points) {
        return points.stream().mapToDouble(Point::y).max().orElse(1);
    }

    private static DoubleUnaryOperator scale(double[] values, double from, double to) {
        double least = Math.log(Double.MAX_VALUE);
        double most = -least;
        for (double value : values) {
            least = Math.min(least, Math.log(value));
            most = Math.max(most, Math.log(value));
        }
        double start = least;
        double range = most > least ? most - least : 1;
        return value -> from + (Math.log(value) - start) / range * (to - from);
    }

    private static String whole(String title, int height, StringBuilder content) {
        return format(
                        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d'"
                                + " font-family='sans-serif' font-size='13'>%n"
                                + "<rect width='100%%' height='100%%' fill='#fff'/>%n",
                        WIDTH, height)
                + text(12, 22, "start", title)
                + content
                + "</svg>\n";
    }

    private static String text(double x, double y, String anchor, String text) {
        return format(
                "<text x='%.1f' y='%.1f' text-anchor='%s'>%s</text>%n",
                x, y, anchor, text.replace("&", "&amp;").replace("<", "&lt;"));
    }

    private static String line(double x1, double y1, double x2, double y2, String colour) {
        return format(
                "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s' stroke-width='2'/>%n",
                x1, y1, x2, y2, colour);
    }

    private static String format(String form, Object... values) {
        return String.format(Locale.ROOT, form.replace("%n", "\n"), values);
    }
}
