package org.broadsheet.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndingTest {
    @TempDir private Path folder;

    @Test
    void processIsAskedToEnd() throws IOException {
        // Not INT: what a shell has started in the background leaves it unheard.
        RunRecord run = start("trap 'echo asked; exit' USR1; while :; do sleep 0.05; done");

        Ending.Outcome outcome =
                Ending.of(run, "USR1", Duration.ofSeconds(10), () -> assertThat(true).isFalse());

        assertThat(outcome).isEqualTo(Ending.Outcome.STOPPED);
        assertThat(log().path()).content().contains("asked");
    }

    @Test
    void processThatDoesNotListenIsKilledWithItsChildren() throws IOException {
        RunRecord run = start("trap '' TERM; sleep 61 & while :; do sleep 0.05; done");
        List<ProcessHandle> children = run.process().orElseThrow().descendants().toList();
        AtomicBoolean told = new AtomicBoolean();

        Ending.Outcome outcome =
                Ending.of(run, "TERM", Duration.ofMillis(300), () -> told.set(true));

        assertThat(outcome).isEqualTo(Ending.Outcome.KILLED);
        assertThat(told).isTrue();
        assertThat(children).isNotEmpty();
        for (ProcessHandle child : children) {
            child.onExit().join();
        }
    }

    @Test
    void detachedProcessLeadsASessionOfItsOwn() throws IOException {
        RunRecord run = start("while :; do sleep 0.05; done");

        String session = Programs.run("ps", "-o", "sess=", "-p", Long.toString(run.pid())).text();

        assertThat(session.strip()).isEqualTo(Long.toString(run.pid()));
        Ending.of(run, "KILL", Duration.ofSeconds(5), () -> {});
    }

    @Test
    void eachStartBeginsANewLogAndKeepsTheOneBefore() throws IOException {
        Files.writeString(log().path(), "one\ntwo\nthree\n");
        assertThat(log().tail(2)).containsExactly("two", "three");

        log().rotate();

        assertThat(log().tail(2)).isEmpty();
        assertThat(folder.resolve("it.log.1")).hasContent("one\ntwo\nthree");
    }

    private RunRecord start(String script) throws IOException {
        Process process =
                Detached.start(List.of("sh", "-c", script + " # ready"), Map.of(), folder, log());
        RunRecord run = RunRecord.ofNew(process.pid(), 1);
        // The trap is set once the loop has its first child.
        while (process.isAlive() && process.descendants().findAny().isEmpty()) {
            Pause.of(Duration.ofMillis(10));
        }
        return run;
    }

    private LogFile log() {
        return new LogFile(folder.resolve("it.log"));
    }
}
