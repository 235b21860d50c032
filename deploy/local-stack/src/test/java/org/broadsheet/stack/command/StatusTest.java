package org.broadsheet.stack.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.broadsheet.stack.terminal.Terminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTest {
    @TempDir private Path home;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @BeforeEach
    void thisClone() {
        System.setProperty("broadsheet.clone", Path.of("../..").toAbsolutePath().toString());
    }

    @Test
    void stackThatWasNeverStartedIsStopped() {
        int exitCode = run("status");

        assertThat(exitCode).isEqualTo(1);
        assertThat(shown()).containsPattern("kafka +stopped").doesNotContain("killed");
    }

    @Test
    void processThatIsGoneIsNamedWithItsPid() throws Exception {
        Files.createDirectories(home.resolve("run"));
        Files.writeString(
                home.resolve("run/index-service.properties"),
                "pid=4194305\nmark=boot/1\nstarted=2026-01-01T00\\:00\\:00Z\nport=8082\n");

        int exitCode = run("status");

        assertThat(exitCode).isEqualTo(1);
        assertThat(shown())
                .containsPattern("index-service +killed or crashed \\(was pid 4194305\\)");
    }

    @Test
    void downOfAStackThatNeverWasIsDone() {
        assertThat(run("down")).isZero();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void uptimeIsToldInTheLargestUnits() {
        assertThat(Status.uptime(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(Status.uptime(Duration.ofMinutes(61))).isEqualTo("1 h 1 min");
        assertThat(Status.uptime(Duration.ofHours(50))).isEqualTo("2 d 2 h");
    }

    private int run(String command) {
        Terminal terminal =
                new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), 0, false);
        Map<String, String> environment = Map.of("BROADSHEET_HOME", home.toString());
        return CommandLine.run(List.of(command), new Session(terminal, environment));
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
