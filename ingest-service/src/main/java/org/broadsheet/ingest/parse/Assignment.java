package org.broadsheet.ingest.parse;

import java.util.Arrays;

/// One-to-one assignment of rows to columns with the greatest total gain: the Hungarian method with
/// potentials and shortest augmenting paths (Kuhn 1955, Munkres 1957, in the O(n²m) form of Jonker
/// and Volgenant 1987). Rows may stay without a column: a pair that gains nothing is not made.
final class Assignment {
    private Assignment() {}

    /// @param gain by row and column; what is 0 or less is never assigned
    /// @return the column of each row, -1 for none
    static int[] best(double[][] gain) {
        int rows = gain.length;
        int columns = rows == 0 ? 0 : gain[0].length;
        int all = columns + rows;
        double[] rowPotential = new double[rows + 1];
        double[] columnPotential = new double[all + 1];
        int[] rowOf = new int[all + 1];
        int[] way = new int[all + 1];
        for (int row = 1; row <= rows; row++) {
            rowOf[0] = row;
            int column = 0;
            double[] least = new double[all + 1];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            boolean[] used = new boolean[all + 1];
            do {
                used[column] = true;
                int from = rowOf[column];
                double delta = Double.POSITIVE_INFINITY;
                int next = 0;
                for (int j = 1; j <= all; j++) {
                    if (used[j]) {
                        continue;
                    }
                    double cost = j <= columns ? -Math.max(0, gain[from - 1][j - 1]) : 0;
                    double reduced = cost - rowPotential[from] - columnPotential[j];
                    if (reduced < least[j]) {
                        least[j] = reduced;
                        way[j] = column;
                    }
                    if (least[j] < delta) {
                        delta = least[j];
                        next = j;
                    }
                }
                for (int j = 0; j <= all; j++) {
                    if (used[j]) {
                        rowPotential[rowOf[j]] += delta;
                        columnPotential[j] -= delta;
                    } else {
                        least[j] -= delta;
                    }
                }
                column = next;
            } while (rowOf[column] != 0);
            do {
                int previous = way[column];
                rowOf[column] = rowOf[previous];
                column = previous;
            } while (column != 0);
        }
        return columnsOf(rowOf, gain, rows, columns);
    }

    private static int[] columnsOf(int[] rowOf, double[][] gain, int rows, int columns) {
        int[] columnOf = new int[rows];
        Arrays.fill(columnOf, -1);
        for (int j = 1; j <= columns; j++) {
            if (rowOf[j] > 0 && gain[rowOf[j] - 1][j - 1] > 0) {
                columnOf[rowOf[j] - 1] = j - 1;
            }
        }
        return columnOf;
    }
}
