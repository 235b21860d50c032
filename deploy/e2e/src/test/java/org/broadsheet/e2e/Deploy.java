package org.broadsheet.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Runs the commands of `deploy/` as a user would, on the stack that the environment names.
public final class Deploy {
    public static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();
    private static final long MINUTES_MAX = 5;
    private static final Map<String, String> ADDED = new ConcurrentHashMap<>();

    private Deploy() {}

    /// What a command said and how it ended.
    ///
    /// @param output standard output
    /// @param errors standard error
    public record Outcome(int exitCode, String output, String errors) {
        /// For a failed assertion: everything the command said.
        public String whole() {
            return "exit code " + exitCode + "\n" + output + "\n" + errors;
        }
    }

    /// From now on in the environment of every command, and of what it starts.
    static void set(String name, String value) {
        ADDED.put(name, value);
    }

    /// No longer.
    static void unset(String name) {
        ADDED.remove(name);
    }

    public static Outcome run(String command, String... arguments)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(REPOSITORY.resolve("deploy").resolve(command).toString());
        line.addAll(List.of(arguments));
        return execute(line);
    }

    static Outcome shell(String line) throws IOException, InterruptedException {
        return execute(List.of("sh", "-c", line));
    }

    private static Outcome execute(List<String> line) throws IOException, InterruptedException {
        Path output = Files.createTempFile("broadsheet-out", ".txt");
        Path errors = Files.createTempFile("broadsheet-err", ".txt");
        try {
            ProcessBuilder command =
                    new ProcessBuilder(line)
                            .redirectInput(
                                    ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                            .redirectOutput(output.toFile())
                            .redirectError(errors.toFile());
            command.environment().putAll(ADDED);
            Process process = command.start();
            if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(
                        line
                                + " did not end in "
                                + MINUTES_MAX
                                + " minutes:\n"
                                + Files.readString(output));
            }
            return new Outcome(
                    process.exitValue(),
                    Files.readString(output, StandardCharsets.UTF_8),
                    Files.readString(errors, StandardCharsets.UTF_8));
        } finally {
            Files.deleteIfExists(output);
            Files.deleteIfExists(errors);
        }
    }

    public static Path home() {
        return Path.of(environment("BROADSHEET_HOME"));
    }

    /// Address of a service.
    ///
    /// @param service query, ingest or index
    static String address(String service) {
        String name = "BROADSHEET_" + service.toUpperCase(Locale.ROOT) + "_PORT";
        return "http://127.0.0.1:" + environment(name);
    }

    /// A variable that deploy/test sets.
    public static String environment(String name) {
        Map<String, String> environment = System.getenv();
        if (!environment.containsKey(name)) {
            throw new IllegalStateException(
                    name + " is not set: run deploy/test, which starts a stack for the tests.");
        }
        return environment.get(name);
    }
}
