package org.broadsheet.stack.build;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.broadsheet.stack.server.Stack;
import org.broadsheet.stack.terminal.Step;
import org.broadsheet.stack.terminal.Terminal;

/// The compiled benchmarks with the jars they need, run in a process of their own.
public final class Benchmarks {
    private static final String MODULE = "deploy/benchmark";
    private static final String MAIN = "org.broadsheet.benchmark.Main";
    private static final int INTERRUPTED = 130;

    private final Stack stack;
    private final Path target;

    public Benchmarks(Stack stack) {
        this.stack = stack;
        this.target = stack.sources().module(MODULE).resolve("target");
    }

    /// Leaves it to Maven to tell what has changed.
    public void compile(Terminal terminal) {
        try (Step step = new Step(terminal, "compiling the benchmarks")) {
            new MavenRun(stack)
                    .run(
                            List.of("-Dquick", "-pl", MODULE, "-am", "compile"),
                            maven -> step.progress(maven.module()),
                            () -> step.progress("waiting for another Maven in this clone"));
            step.done("");
        }
    }

    /// Runs in the root of the clone, so that `seeds` is found; gives the exit code.
    ///
    /// @param environment where the servers are, for those that need some
    public int run(List<String> arguments, Map<String, String> environment) {
        try {
            String jars = Files.readString(target.resolve("bench.classpath")).strip();
            List<String> line =
                    new ArrayList<>(
                            List.of(
                                    stack.jdk().resolve("bin/java").toString(),
                                    "--sun-misc-unsafe-memory-access=allow",
                                    "--enable-native-access=ALL-UNNAMED",
                                    "-Dstdout.encoding=UTF-8",
                                    "-Xmx1g",
                                    "-cp",
                                    target.resolve("classes") + File.pathSeparator + jars,
                                    MAIN));
            line.addAll(arguments);
            ProcessBuilder builder =
                    new ProcessBuilder(line).directory(stack.sources().root().toFile()).inheritIO();
            builder.environment().putAll(environment);
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run the benchmarks", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return INTERRUPTED;
        }
    }
}
