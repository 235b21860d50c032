package org.broadsheet.benchmark.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// One of our services as it is shipped, a process of its own, until it is closed.
public final class RunningService implements AutoCloseable {
    /// Setting that others give who must know the port before the service runs.
    static final String PORT = "QUARKUS_HTTP_PORT";

    /// From the root of the clone, where `deploy/bench` runs.
    private static final Path OPTIONS = Path.of("deploy", "compose", "image", "java.options");

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(2);

    private final String address;
    private final Process process;
    private final Thread guard;
    private double startSeconds;

    private RunningService(String address, Process process) {
        this.address = address;
        this.process = process;
        this.guard = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(guard);
    }

    /// Starts it and waits until it is ready.
    ///
    /// @param environment settings that differ from those it is shipped with
    static RunningService start(Stack stack, String name, Map<String, String> environment) {
        return start(stack, name, environment, List.of());
    }

    /// The same with further options of the JVM.
    public static RunningService start(
            Stack stack, String name, Map<String, String> environment, List<String> options) {
        int port =
                environment.containsKey(PORT)
                        ? Integer.parseInt(environment.get(PORT))
                        : freePort();
        List<String> line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "@" + OPTIONS,
                                "-Xmx" + stack.serviceHeap()));
        line.addAll(options);
        line.add("-jar");
        line.add(stack.services().resolve(name).resolve("quarkus-run.jar").toString());
        ProcessBuilder builder =
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        stack.logs().resolve(name + "-" + port + ".log").toFile()));
        builder.environment().putAll(environment);
        builder.environment().put(PORT, Integer.toString(port));
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        try {
            long started = System.nanoTime();
            RunningService service =
                    new RunningService("http://127.0.0.1:" + port, builder.start());
            service.awaitReady(name);
            service.startSeconds = (System.nanoTime() - started) / 1e9;
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    public String address() {
        return address;
    }

    /// From the start of the process until it was ready for requests.
    public double startSeconds() {
        return startSeconds;
    }

    /// Memory that the process has of the machine, in bytes.
    public long residentBytes() {
        try {
            Process asked =
                    new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid()))
                            .start();
            String kilobytes =
                    new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Long.parseLong(kilobytes.strip()) * 1024;
        } catch (IOException e) {
            throw new UncheckedIOException("ps cannot be asked", e);
        }
    }

    private void awaitReady(String name) {
        long end = System.nanoTime() + STARTS_WITHIN.toNanos();
        while (!Web.isOk(address + "/q/health/ready")) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IllegalStateException(name + " did not become ready; see its log");
            }
            Web.pause(Duration.ofMillis(20));
        }
    }

    static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Runtime.getRuntime().removeShutdownHook(guard);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (IllegalStateException _) {
            // The machine is on its way down already, and the hook runs.
        }
    }
}
