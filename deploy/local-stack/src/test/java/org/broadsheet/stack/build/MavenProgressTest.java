package org.broadsheet.stack.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MavenProgressTest {
    private final MavenProgress progress = new MavenProgress();

    @Test
    void runningDownloadsAreAddedUp() {
        assertThat(progress.accept("Progress (3): 1.5/132 MB | 300/316 kB | 12 kB")).isFalse();

        assertThat(progress.bytes()).isEqualTo(1_812_000);
        assertThat(progress.files()).isZero();
    }

    @Test
    void endedDownloadsStay() {
        progress.accept("Progress (1): 131/132 MB");

        assertThat(
                        progress.accept(
                                "Downloaded from central: https://host/a-1.jar (132 MB at 54 MB/s)"))
                .isTrue();
        progress.accept("[INFO] Downloaded from mirror: https://host/b.pom (2.5 kB at 9 kB/s)");

        assertThat(progress.bytes()).isEqualTo(132_002_500);
        assertThat(progress.files()).isEqualTo(2);
    }

    @Test
    void moduleIsTakenFromTheGoal() {
        progress.accept("[INFO] --- quarkus:3.34.2:build (default) @ query-service ---");
        assertThat(progress.module()).isEqualTo("query-service");

        progress.accept("[INFO] --- maven-jar-plugin:3.5.0:jar (default-jar) @ index-service ---");
        assertThat(progress.module()).isEqualTo("index-service");
    }

    @Test
    void progressNeverGoesBack() {
        progress.accept("Progress (2): 20/132 MB | 5 MB");
        assertThat(progress.bytes()).isEqualTo(25_000_000);

        progress.accept("Downloaded from central: https://host/a-1.jar (5.1 MB at 54 MB/s)");

        assertThat(progress.bytes()).isEqualTo(25_000_000);
    }
}
