package org.broadsheet.stack.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToIntFunction;
import org.broadsheet.stack.build.MavenCommand;
import org.broadsheet.stack.build.ServerInstall;
import org.broadsheet.stack.control.Modules;
import org.broadsheet.stack.control.Starting;
import org.broadsheet.stack.control.Stopping;
import org.broadsheet.stack.files.Folders;
import org.broadsheet.stack.process.Lock;
import org.broadsheet.stack.process.Port;
import org.broadsheet.stack.process.Shutdown;
import org.broadsheet.stack.server.Components;
import org.broadsheet.stack.server.QuarkusService;
import org.broadsheet.stack.server.ServerAddresses;
import org.broadsheet.stack.server.Stack;
import org.broadsheet.stack.settings.Setting;
import org.broadsheet.stack.terminal.Step;
import org.broadsheet.stack.terminal.Terminal;

/// A stack that lives as long as one run of the tests: its own folder, its own ports, and gone
/// afterwards, also after Ctrl-C. The unpacked servers are shared with the user's stack, because
/// they are never written to.
final class TestStack implements AutoCloseable {
    private static final int INTERRUPTED = 130;

    private final Stack stack;
    private final Map<String, String> environment;
    private final Terminal terminal;
    private final AtomicBoolean failed = new AtomicBoolean(true);
    private boolean ended;

    private TestStack(Stack stack, Map<String, String> environment, Terminal terminal) {
        this.stack = stack;
        this.environment = environment;
        this.terminal = terminal;
    }

    static TestStack start(Stack users, Session session) {
        return start(users, session, Map.of());
    }

    /// @param settings that differ from the defaults
    static TestStack start(Stack users, Session session, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("BROADSHEET_HOME", freshHome().toString());
        environment.put(Setting.SERVERS.key(), users.home().servers(users.settings()).toString());
        List<Setting> ports = Arrays.stream(Setting.values()).filter(Setting::isPort).toList();
        int first = Port.freeRange(ports.size());
        for (int i = 0; i < ports.size(); i++) {
            environment.put(ports.get(i).key(), Integer.toString(first + i));
        }
        Stack stack = Stack.of(environment);
        stack.home().create();
        TestStack tests = new TestStack(stack, environment, session.terminal());
        Runtime.getRuntime().addShutdownHook(new Thread(tests::end));
        try {
            tests.startServers();
        } catch (RuntimeException e) {
            tests.end();
            throw e;
        }
        return tests;
    }

    private static Path freshHome() {
        try {
            return Files.createTempDirectory("broadsheet-test-");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for the tests", e);
        }
    }

    private void startServers() {
        terminal.line("Servers for the tests, in " + stack.home().root() + ":");
        new ServerInstall(stack, terminal).run();
        Components components = Components.of(stack);
        Modules ours = new Modules(stack, terminal);
        ours.build(List.of());
        ours.renew(components.elasticsearch());
        new Starting(stack, terminal).all(components.servers());
        terminal.line();
    }

    /// Our services as they are shipped, ready to be started from the folder `services`.
    void bringServices() {
        Modules ours = new Modules(stack, terminal);
        List<QuarkusService> services = Components.of(stack).services();
        ours.build(services);
        ours.renew(services);
    }

    /// Runs something with everything that it needs to find the servers; gives its exit code.
    int run(ToIntFunction<Map<String, String>> work) {
        int exitCode = work.applyAsInt(addresses());
        failed.set(exitCode != 0);
        return Shutdown.isUnderWay() ? INTERRUPTED : exitCode;
    }

    private Map<String, String> addresses() {
        Map<String, String> addresses = new HashMap<>(environment);
        addresses.putAll(ServerAddresses.of(stack));
        return addresses;
    }

    /// Runs Maven with everything tests need to find the servers; gives its exit code.
    int run(List<String> arguments) {
        MavenCommand maven = MavenCommand.find(stack);
        Map<String, String> addresses = addresses();
        addresses.put("QUARKUS_HTTP_TEST_PORT", "0");
        addresses.put(MavenCommand.LOCK_HELD, "true");
        Instant started = Instant.now();
        int exitCode;
        try (Lock _ = maven.lock(() -> terminal.line("Waiting for another Maven in this clone."))) {
            Process process = maven.builder(arguments, addresses).inheritIO().start();
            exitCode = process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run Maven", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return INTERRUPTED;
        }
        failed.set(exitCode != 0);
        if (Shutdown.isUnderWay() || exitCode == INTERRUPTED) {
            return INTERRUPTED;
        }
        String time = Step.seconds(Duration.between(started, Instant.now()));
        terminal.line();
        terminal.line(
                exitCode == 0
                        ? "All tests passed in " + time + "."
                        : "Failed after " + time + "; the messages are above.");
        return exitCode;
    }

    @Override
    public void close() {
        end();
    }

    /// Once, whoever comes first: the end of the command or Ctrl-C. Only a failure leaves anything
    /// to look at.
    private synchronized void end() {
        if (ended) {
            return;
        }
        ended = true;
        boolean keep = failed.get() && !Shutdown.isUnderWay();
        endChildren();
        new Stopping(stack, terminal).all(Components.of(stack).all());
        if (keep) {
            terminal.line("Its data and logs are kept in " + stack.home().root() + ".");
        } else {
            Folders.delete(stack.home().root());
        }
    }

    /// Maven or the benchmarks have had the Ctrl-C too; they get the time to end before their
    /// servers do.
    private static void endChildren() {
        List<ProcessHandle> children = new ArrayList<>(ProcessHandle.current().children().toList());
        for (ProcessHandle child : children) {
            if (isAtWork(child)) {
                child.destroy();
                child.onExit().completeOnTimeout(child, 20, TimeUnit.SECONDS).join();
            }
        }
    }

    /// Our only other children are the servers, which run in sessions of their own.
    private static boolean isAtWork(ProcessHandle child) {
        String line = child.info().commandLine().orElse("");
        return line.contains("plexus-classworlds") || line.contains("org.broadsheet.benchmark");
    }
}
