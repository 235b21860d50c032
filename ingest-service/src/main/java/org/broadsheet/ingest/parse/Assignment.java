package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One-to-one assignment of rows to columns with the greatest total gain: the Hungarian method with
/// potentials and shortest augmenting paths (Kuhn 1955, Munkres 1957, in the O(n²m) form of Jonker
/// and Volgenant 1987). Rows may stay without a column: a pair that gains nothing is not made, for
/// which each row has a column of its own behind the real ones that gains 0. Rows that compete for
/// no column, not even through others, are solved apart: the time grows with the cube of what hangs
/// together, which on a page is a few headlines.
final class Assignment {
    private final double[][] gain;
    private final int columns;
    private final int all;
    private final double[] rowPotential;
    private final double[] columnPotential;
    private final int[] rowOf;
    private final int[] way;

    private Assignment(double[][] gain) {
        this.gain = gain;
        this.columns = gain.length == 0 ? 0 : gain[0].length;
        this.all = columns + gain.length;
        this.rowPotential = new double[gain.length + 1];
        this.columnPotential = new double[all + 1];
        this.rowOf = new int[all + 1];
        this.way = new int[all + 1];
    }

    /// @param gain by row and column; what is 0 or less is never assigned
    /// @return the column of each row, -1 for none
    static int[] best(double[][] gain) {
        int[] best = new int[gain.length];
        Arrays.fill(best, -1);
        for (List<Integer> rows : competitors(gain)) {
            int[] columns = columnsOf(rows, gain);
            double[][] part = new double[rows.size()][columns.length];
            for (int i = 0; i < part.length; i++) {
                for (int j = 0; j < columns.length; j++) {
                    part[i][j] = gain[rows.get(i)][columns[j]];
                }
            }
            int[] bestOfPart = solve(part);
            for (int i = 0; i < part.length; i++) {
                best[rows.get(i)] = bestOfPart[i] < 0 ? -1 : columns[bestOfPart[i]];
            }
        }
        return best;
    }

    private static int[] solve(double[][] gain) {
        Assignment assignment = new Assignment(gain);
        for (int row = 1; row <= gain.length; row++) {
            assignment.place(row);
        }
        return assignment.columnsOfRows();
    }

    /// The rows that gain by any column, in groups that have no column in common.
    private static Iterable<List<Integer>> competitors(double[][] gain) {
        int[] groupOf = new int[gain.length];
        int[] firstOf = new int[gain.length == 0 ? 0 : gain[0].length];
        Arrays.fill(firstOf, -1);
        for (int row = 0; row < gain.length; row++) {
            groupOf[row] = row;
            for (int column = 0; column < firstOf.length; column++) {
                if (gain[row][column] > 0) {
                    if (firstOf[column] < 0) {
                        firstOf[column] = row;
                    }
                    groupOf[group(groupOf, row)] = group(groupOf, firstOf[column]);
                }
            }
        }
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int row = 0; row < gain.length; row++) {
            groups.computeIfAbsent(group(groupOf, row), _ -> new ArrayList<>()).add(row);
        }
        return groups.values();
    }

    private static int group(int[] groupOf, int row) {
        int group = row;
        while (groupOf[group] != group) {
            groupOf[group] = groupOf[groupOf[group]];
            group = groupOf[group];
        }
        return group;
    }

    private static int[] columnsOf(List<Integer> rows, double[][] gain) {
        int[] columns = new int[gain[0].length];
        int size = 0;
        for (int column = 0; column < columns.length; column++) {
            for (int row : rows) {
                if (gain[row][column] > 0) {
                    columns[size++] = column;
                    break;
                }
            }
        }
        return Arrays.copyOf(columns, size);
    }

    /// Finds the cheapest way to give the row a column, moving others along it. Rows and columns
    /// count from 1; column 0 stands for the row to be placed.
    private void place(int row) {
        rowOf[0] = row;
        int column = 0;
        double[] least = new double[all + 1];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        boolean[] used = new boolean[all + 1];
        do {
            used[column] = true;
            int next = nearest(column, least, used);
            shift(least[next], least, used);
            column = next;
        } while (rowOf[column] != 0);
        do {
            int previous = way[column];
            rowOf[column] = rowOf[previous];
            column = previous;
        } while (column != 0);
    }

    private int nearest(int column, double[] least, boolean[] used) {
        int row = rowOf[column];
        int next = 0;
        double nearest = Double.POSITIVE_INFINITY;
        for (int j = 1; j <= all; j++) {
            if (used[j]) {
                continue;
            }
            double cost = j <= columns ? -Math.max(0, gain[row - 1][j - 1]) : 0;
            double reduced = cost - rowPotential[row] - columnPotential[j];
            if (reduced < least[j]) {
                least[j] = reduced;
                way[j] = column;
            }
            if (least[j] < nearest) {
                nearest = least[j];
                next = j;
            }
        }
        return next;
    }

    private void shift(double delta, double[] least, boolean[] used) {
        for (int j = 0; j <= all; j++) {
            if (used[j]) {
                rowPotential[rowOf[j]] += delta;
                columnPotential[j] -= delta;
            } else {
                least[j] -= delta;
            }
        }
    }

    private int[] columnsOfRows() {
        int[] columnOf = new int[gain.length];
        Arrays.fill(columnOf, -1);
        for (int j = 1; j <= columns; j++) {
            if (rowOf[j] > 0 && gain[rowOf[j] - 1][j - 1] > 0) {
                columnOf[rowOf[j] - 1] = j - 1;
            }
        }
        return columnOf;
    }
}
