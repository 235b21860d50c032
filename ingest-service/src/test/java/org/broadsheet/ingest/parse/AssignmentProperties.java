package org.broadsheet.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AssignmentProperties {
    @Property(tries = 300, seed = "20261121")
    void noOtherAssignmentGainsMore(
            @ForAll @IntRange(max = 5) int rows,
            @ForAll @IntRange(max = 5) int columns,
            @ForAll long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double[][] gain = new double[rows][columns];
        for (double[] row : gain) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextInt(3) == 0 ? random.nextDouble() : -random.nextDouble();
            }
        }

        int[] best = Assignment.best(gain);

        double total = 0;
        boolean[] taken = new boolean[columns];
        for (int i = 0; i < rows; i++) {
            if (best[i] >= 0) {
                assertThat(taken[best[i]]).as("column taken twice").isFalse();
                assertThat(gain[i][best[i]]).isPositive();
                taken[best[i]] = true;
                total += gain[i][best[i]];
            }
        }
        assertThat(total).isCloseTo(most(gain, 0, new boolean[columns]), within(1e-9));
    }

    private static double most(double[][] gain, int row, boolean[] taken) {
        if (row == gain.length) {
            return 0;
        }
        double most = most(gain, row + 1, taken);
        for (int j = 0; j < taken.length; j++) {
            if (!taken[j] && gain[row][j] > 0) {
                taken[j] = true;
                most = Math.max(most, gain[row][j] + most(gain, row + 1, taken));
                taken[j] = false;
            }
        }
        return most;
    }
}
