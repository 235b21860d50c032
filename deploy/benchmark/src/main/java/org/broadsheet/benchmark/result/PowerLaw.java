package org.broadsheet.benchmark.result;

import java.util.List;

/// `y = a * x ^ exponent`, by least squares over the logarithms: an exponent of 1 is linear growth,
/// 0 is none.
///
/// @param fit R squared, 1 where every point lies on the line
public record PowerLaw(double factor, double exponent, double fit) {
    /// A measured point, both above 0.
    public record Point(double x, double y) {}

    /// @throws IllegalArgumentException with fewer than two different x
    public static PowerLaw of(List<Point> points) {
        double meanX = points.stream().mapToDouble(p -> Math.log(p.x())).average().orElse(0);
        double meanY = points.stream().mapToDouble(p -> Math.log(p.y())).average().orElse(0);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (Point point : points) {
            double x = Math.log(point.x()) - meanX;
            double y = Math.log(point.y()) - meanY;
            xx += x * x;
            xy += x * y;
            yy += y * y;
        }
        if (xx == 0) {
            throw new IllegalArgumentException("two sizes at least: " + points);
        }
        double exponent = xy / xx;
        double fit = yy == 0 ? 1 : xy * xy / (xx * yy);
        return new PowerLaw(Math.exp(meanY - exponent * meanX), exponent, fit);
    }
}
