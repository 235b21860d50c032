package org.broadsheet.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    @TempDir private Path folder;

    @Test
    void processIsFoundAgain() {
        RunFolder runs = new RunFolder(folder);
        RunRecord self = RunRecord.ofNew(ProcessHandle.current().pid(), 8080);

        runs.save("kafka", self);

        assertThat(runs.load("kafka")).contains(self);
        assertThat(runs.load("kafka").orElseThrow().isRunning()).isTrue();
        assertThat(runs.load("postgres")).isEmpty();
    }

    @Test
    void samePidOfAnotherProcessIsNotOurs() {
        RunRecord stale =
                new RunRecord(ProcessHandle.current().pid(), "boot/1", Instant.now(), 8080);

        assertThat(stale.isRunning()).isFalse();
        assertThat(stale.process()).isEmpty();
    }

    @Test
    void endedProcessIsNotRunning() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sleep", "60").start();
        RunRecord run = RunRecord.ofNew(process.pid(), 1);
        assertThat(run.isRunning()).isTrue();

        process.destroyForcibly().waitFor();

        assertThat(run.isRunning()).isFalse();
    }

    @Test
    void recordThatMakesNoSenseIsNone() throws IOException {
        Files.writeString(folder.resolve("kafka.properties"), "pid=many\n");

        assertThat(new RunFolder(folder).load("kafka")).isEmpty();
    }

    @Test
    void startTickIsReadBehindANameWithBrackets() {
        String stat = "42 (a) b) (c) S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 4711 20";

        assertThat(ProcessMark.ticks(stat)).contains("4711");
        assertThat(ProcessMark.ticks(stat.replace(") S ", ") Z "))).isEmpty();
    }
}
