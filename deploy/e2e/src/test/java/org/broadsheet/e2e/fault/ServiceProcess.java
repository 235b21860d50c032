package org.broadsheet.e2e.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One of the services as a process of ours, to be killed, frozen, asked to end, and started again
/// under the same port and settings.
final class ServiceProcess implements AutoCloseable {
    /// Quick to start, which counts for more here than speed later.
    static final List<String> QUICK =
            List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /// As `deploy/up` starts it.
    static final List<String> SHIPPED =
            List.of("@" + Path.of("..", "compose", "image", "java.options"), "-Xmx256m");

    private static final Guard GUARD = new Guard();

    private final String name;
    private final Path services;
    private final Path log;
    private final List<String> options;
    private final int port = freePort();
    private final Map<String, String> environment;
    private @Nullable Process process;

    /// @param name of the service, as its folder among the services
    /// @param services where the services are
    /// @param label for its log, where there are several of one kind
    /// @param options for its JVM
    ServiceProcess(
            String name,
            String label,
            Path services,
            Path logs,
            List<String> options,
            Map<String, String> environment) {
        this.name = name;
        this.services = services;
        this.options = List.copyOf(options);
        this.log = logs.resolve(label + ".log");
        this.environment = new TreeMap<>(environment);
        this.environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        this.environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    void start() {
        if (isAlive()) {
            return;
        }
        Path jar = services.resolve(name).resolve("quarkus-run.jar");
        List<String> line = new ArrayList<>();
        line.add(ProcessHandle.current().info().command().orElse("java"));
        line.addAll(options);
        line.addAll(
                List.of(
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        jar.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Process started = builder.start();
            GUARD.watch(started);
            var _ = started.onExit().thenAccept(GUARD::forget);
            process = started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException(name + " does not run");
        }
        return running.pid();
    }

    boolean isAlive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    /// SIGKILL, and the process is gone.
    void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            running.onExit().join();
        }
    }

    /// SIGTERM.
    ///
    /// @return how long it took to end; more than the patience if it had to be killed
    Duration terminate(Duration patience) throws InterruptedException {
        Process running = process;
        if (running == null) {
            return Duration.ZERO;
        }
        long started = System.nanoTime();
        running.destroy();
        if (!running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /// SIGSTOP: it does nothing any more, and nobody is told.
    void freeze() {
        signal("-STOP");
    }

    /// SIGCONT.
    void thaw() {
        signal("-CONT");
    }

    private void signal(String signal) {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException(name + " does not run");
        }
        try {
            int exitCode =
                    new ProcessBuilder("kill", signal, Long.toString(running.pid()))
                            .start()
                            .waitFor();
            if (exitCode != 0) {
                throw new IllegalStateException("kill " + signal + " failed: " + exitCode);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
