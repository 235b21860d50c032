package org.broadsheet.stack.control;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadsheet.stack.Problem;
import org.broadsheet.stack.process.Detached;
import org.broadsheet.stack.process.Pause;
import org.broadsheet.stack.process.RunRecord;
import org.broadsheet.stack.process.Shutdown;
import org.broadsheet.stack.server.Component;
import org.broadsheet.stack.server.Launch;
import org.broadsheet.stack.server.Readiness;
import org.broadsheet.stack.server.Stack;
import org.broadsheet.stack.terminal.Step;
import org.broadsheet.stack.terminal.Terminal;

/// Starts members of the stack and waits until they are ready. What runs already is left alone.
public final class Starting {
    private static final Duration LOOK_EVERY = Duration.ofMillis(150);
    private static final int LOG_LINES = 15;

    private final Stack stack;
    private final Terminal terminal;

    public Starting(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
    }

    /// Those that have to be started.
    public <C extends Component> List<C> notRunning(List<C> components) {
        return components.stream().filter(c -> stack.running(c.name()).isEmpty()).toList();
    }

    /// Starts all of them at once, then waits for one after the other. True when there was anything
    /// to start or to wait for.
    public boolean all(List<? extends Component> components) {
        List<? extends Component> toStart = notRunning(components);
        List<Pending> pending = new ArrayList<>();
        for (Component component : components) {
            pending.add(
                    toStart.contains(component)
                            ? start(component)
                            : new Pending(component, Optional.empty()));
        }
        boolean changed = false;
        for (Pending one : pending) {
            changed |= await(one);
        }
        return changed;
    }

    /// Something to wait for; `process` is there when this command has started it.
    private record Pending(Component component, Optional<Process> process) {}

    private Pending start(Component component) {
        stack.runs()
                .load(component.name())
                .ifPresent(
                        gone ->
                                new Step(terminal, component.title())
                                        .warn(
                                                "was pid "
                                                        + gone.pid()
                                                        + ", which is gone (killed, crashed, or the"
                                                        + " machine was restarted); starting again"));
        Launch launch = component.prepare();
        Path folder = stack.home().run();
        Process process =
                Detached.start(
                        launch.command(),
                        launch.environment(),
                        folder,
                        stack.log(component.name()));
        int port = stack.settings().port(component.port());
        stack.runs().save(component.name(), RunRecord.ofNew(process.pid(), port));
        return new Pending(component, Optional.of(process));
    }

    private boolean await(Pending pending) {
        Component component = pending.component();
        RunRecord run =
                stack.runs()
                        .load(component.name())
                        .orElseThrow(() -> new IllegalStateException(component.name()));
        String address = component.host() + ":" + run.port();
        if (pending.process().isEmpty()
                && component.readiness(run.port()) instanceof Readiness.Ready) {
            new Step(terminal, component.title()).unchanged("runs already on " + address);
            return false;
        }
        try (Step step = new Step(terminal, component.title(), run.started())) {
            Instant deadline = Instant.now().plus(component.startPatience());
            Readiness readiness = component.readiness(run.port());
            while (readiness instanceof Readiness.NotReady(String why)) {
                Shutdown.giveWay();
                if (!run.isRunning()) {
                    throw ended(pending);
                }
                if (Instant.now().isAfter(deadline) || !Pause.of(LOOK_EVERY)) {
                    throw tooLate(component, why);
                }
                step.progress(why);
                readiness = component.readiness(run.port());
            }
            step.done("ready on " + address);
        }
        return true;
    }

    private Problem ended(Pending pending) {
        Component component = pending.component();
        String how =
                pending.process()
                        .filter(process -> !process.isAlive())
                        .map(process -> " with exit code " + process.exitValue())
                        .orElse("");
        return problem(component, component.title() + " has ended" + how + " while it started.");
    }

    private Problem tooLate(Component component, String why) {
        return problem(
                component,
                component.title()
                        + " runs but is not ready after "
                        + component.startPatience().toSeconds()
                        + " s: "
                        + why
                        + ".");
    }

    private Problem problem(Component component, String message) {
        String log = String.join("\n  ", stack.log(component.name()).tail(LOG_LINES));
        return new Problem(
                message + " The end of its log:\n  " + log,
                "The whole log: "
                        + stack.log(component.name()).path()
                        + "\nWhat was started keeps running: "
                        + stack.sources().command("status")
                        + " shows it, "
                        + stack.sources().command("up")
                        + " goes on, "
                        + stack.sources().command("down")
                        + " stops it.");
    }
}
