package org.broadsheet.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.broadsheet.e2e.Deploy;
import org.junit.jupiter.api.Test;

/// The intake under hostile conditions: a short run in every build, a long one by `deploy/torture
/// --intake`.
class IntakeIT {
    private static final long SEED = Long.getLong("torture.seed", 1);
    private static final long MINUTES = Long.getLong("torture.intake", 0);
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "ACCESS_KEY",
                    IntakeTorture.KEY,
                    "DROP_SETTLE_TIME",
                    IntakeTorture.SETTLE_TIME.toMillis() + "ms",
                    "DROP_SCAN_EVERY",
                    "500ms");

    private static Line line(String kind) throws Exception {
        Deploy.Outcome build = Deploy.run("up", "--build-only");
        assertThat(build.exitCode()).as(build.whole()).isZero();
        String run = kind + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        return new Line(run, new Random(SEED));
    }

    @Test
    void everyFileIsAccountedForWhateverComesAndWhoeverDies() throws Exception {
        try (Line line = line("h");
                ServiceProcess one = line.newIngest("ingest-service-1", SETTINGS);
                ServiceProcess two = line.newIngest("ingest-service-2", SETTINGS)) {
            line.index().start();
            IntakeTorture torture = new IntakeTorture(line, List.of(one, two), SEED, System.out);
            try {
                if (MINUTES > 0) {
                    torture.run(5_000, 40, Duration.ofMinutes(MINUTES));
                } else {
                    torture.run(120, 5, Duration.ZERO);
                }
            } finally {
                torture.write(Path.of("target", "intake-" + SEED + ".txt"));
            }

            assertThat(torture.faults()).isEmpty();
        }
    }

    @Test
    void fullDiskPausesTheIntakeSaysSoAndLetsItGoOn() throws Exception {
        assumeTrue(MINUTES == 0);
        Path disk = Files.createDirectories(Deploy.home().resolve("small-disk"));
        assumeTrue(
                succeeds("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()),
                "a small file system can be mounted here");
        try (Line line = line("f")) {
            Path folder = Files.createDirectory(disk.resolve("drop"));
            try (ServiceProcess ingest =
                    line.newIngest(
                            "ingest-service-small",
                            Map.of(
                                    "DROP_FOLDER",
                                    folder.toString(),
                                    "DROP_FREE_SPACE_MIN",
                                    "1M",
                                    "ACCESS_KEY",
                                    IntakeTorture.KEY))) {
                ingest.start();
                line.awaitReady(ingest);
                Path filler = disk.resolve("filler");
                Files.write(filler, new byte[3_500_000]);
                Line.eventually(
                        Duration.ofSeconds(30),
                        () -> line.trouble(ingest, "drop folder").contains("Disk full"));
                Path page = folder.resolve("page.txt");
                Files.writeString(page, line.press().page());
                Thread.sleep(3_000);
                assertThat(page).exists();
                assertThat(line.number("select count(*) from issue_file")).isZero();

                Files.delete(filler);

                Line.eventually(
                        Duration.ofSeconds(60),
                        () ->
                                line.number(
                                                "select count(*) from issue_file where state ="
                                                        + " 'stored'")
                                        == 1);
                Line.eventually(Duration.ofSeconds(30), () -> !Files.exists(page));
                line.awaitReady(ingest);
            }
        } finally {
            assertThat(succeeds("umount", disk.toString())).isTrue();
        }
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
