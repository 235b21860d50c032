package org.broadsheet.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.broadsheet.e2e.Deploy;
import org.junit.jupiter.api.Test;

/// The fault matrix: the short rows in every build, all of them again and again in a torture run.
class FaultsIT {
    private static final long SEED = Long.getLong("torture.seed", 1);
    private static final long MINUTES = Long.getLong("torture.minutes", 0);

    @Test
    void nothingIsLostDoubledOrStaleWhateverFails() throws Exception {
        Deploy.Outcome build = Deploy.run("up", "--build-only");
        assertThat(build.exitCode()).as(build.whole()).isZero();
        Path report = Path.of("target", "torture-" + SEED + ".txt");
        String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        List<Fault> faults =
                Torture.faults().stream()
                        .filter(fault -> MINUTES > 0 || fault.isShort())
                        .filter(FaultsIT::isWanted)
                        .toList();

        assertThat(faults).as("rows to strike with").isNotEmpty();

        try (Line line = new Line(run, new Random(SEED))) {
            line.start();
            Torture torture = new Torture(line, SEED, System.out);
            try {
                if (MINUTES > 0) {
                    torture.rounds(faults, Duration.ofMinutes(MINUTES));
                } else {
                    torture.once(faults);
                }
            } finally {
                torture.sum();
                torture.write(report);
            }

            assertThat(torture.outcomes())
                    .extracting(Torture.Outcome::fault)
                    .as("every row is struck")
                    .containsAll(faults);
            assertThat(torture.outcomes()).filteredOn(outcome -> !outcome.isGood()).isEmpty();
        }
    }

    private static boolean isWanted(Fault fault) {
        String rows = System.getProperty("torture.rows", "");
        return rows.isEmpty()
                || List.of(rows.split(",", -1)).contains(Integer.toString(fault.number()));
    }
}
