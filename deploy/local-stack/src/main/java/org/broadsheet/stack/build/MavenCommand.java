package org.broadsheet.stack.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.stack.Problem;
import org.broadsheet.stack.process.Lock;
import org.broadsheet.stack.process.Programs;
import org.broadsheet.stack.server.Stack;

/// How Maven is called: with the JDK the launcher runs on, in this clone, one at a time.
public record MavenCommand(Path program, Stack stack) {
    /// Set for the processes below a Maven that already holds the lock of this clone.
    public static final String LOCK_HELD = "BROADSHEET_MAVEN_LOCK_HELD";

    public static MavenCommand find(Stack stack) {
        Path program =
                Programs.find("mvn")
                        .or(MavenCommand::inMavenHome)
                        .orElseThrow(
                                () ->
                                        new Problem(
                                                "Maven is not installed: there is no 'mvn' in PATH.",
                                                "Install Maven 3.8.6 or newer (Debian, Ubuntu: apt"
                                                        + " install maven; macOS: brew install"
                                                        + " maven; or https://maven.apache.org)."));
        return new MavenCommand(program, stack);
    }

    private static Optional<Path> inMavenHome() {
        String home = System.getenv().getOrDefault("MAVEN_HOME", "");
        Path program = Path.of(home, "bin", "mvn");
        return !home.isBlank() && Files.isExecutable(program)
                ? Optional.of(program)
                : Optional.empty();
    }

    public Lock lock(Runnable whileWaiting) {
        if (System.getenv().containsKey(LOCK_HELD)) {
            return Lock.none();
        }
        return Lock.take(stack.sources().mavenLock(), whileWaiting);
    }

    /// Not in batch mode, because only otherwise does Maven say how far a download is.
    Process start(List<String> arguments) throws IOException {
        ProcessBuilder builder = builder(arguments, Map.of());
        builder.command().add("-Dstyle.color=never");
        return builder.redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .start();
    }

    /// Maven as people see it: its output is theirs.
    public ProcessBuilder builder(List<String> arguments, Map<String, String> environment) {
        List<String> line = new ArrayList<>();
        line.add(program.toString());
        line.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(stack.sources().root().toFile());
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", stack.jdk().toString());
        builder.environment()
                .merge(
                        "MAVEN_OPTS",
                        "--sun-misc-unsafe-memory-access=allow",
                        (a, b) -> a + " " + b);
        return builder;
    }
}
