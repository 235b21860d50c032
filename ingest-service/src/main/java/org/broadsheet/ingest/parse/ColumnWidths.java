package org.broadsheet.ingest.parse;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// How wide the text column is around each block, so that a change of it can be seen: at a
/// paragraph's end it may part two stories (002:144-146), in mid-sentence it never does.
final class ColumnWidths {
    private static final int REACH = 8;

    /// Lines of one column may differ by the first, columns of two widths mostly do by the second.
    private static final double RAGGED = 1.4;

    private static final double STEP = 2.4;
    private static final double WIDEST = 60;

    private final List<Block> blocks;
    private final ToDoubleFunction<Line> widthOf;

    ColumnWidths(List<Block> blocks, ToDoubleFunction<Line> widthOf) {
        this.blocks = blocks;
        this.widthOf = widthOf;
    }

    /// How sure the column is another one, from 0 to 1.
    double change(int previous, int next) {
        double before = column(previous, -1);
        double after = column(next, 1);
        if (before == 0 || after == 0) {
            return 0;
        }
        double step = (Math.abs(before - after) - RAGGED) / (STEP - RAGGED);
        return Math.max(0, Math.min(1, step));
    }

    private double column(int from, int step) {
        double[] widths = new double[REACH];
        int count = 0;
        for (int at = from; at >= 0 && at < blocks.size() && count == 0; at += step) {
            if (!(blocks.get(at) instanceof Block.Prose prose)) {
                break;
            }
            if (step > 0 && at > from && prose.opens()) {
                break;
            }
            List<Line> lines = prose.lines();
            int first = prose.opens() ? 1 : 0;
            for (int i = first; i < lines.size() && count < REACH; i++) {
                Line line = lines.get(step > 0 ? i : lines.size() - 1 - (i - first));
                double width = widthOf.applyAsDouble(line);
                if (!line.endsSentence() && !line.spread() && width < WIDEST) {
                    widths[count++] = width;
                }
            }
        }
        if (count == 0) {
            return 0;
        }
        double[] sorted = Arrays.copyOf(widths, count);
        Arrays.sort(sorted);
        return sorted[count * 2 / 3];
    }
}
