package org.broadsheet.stack.control;

import java.util.List;
import java.util.Optional;
import org.broadsheet.stack.process.Ending;
import org.broadsheet.stack.process.RunRecord;
import org.broadsheet.stack.server.Component;
import org.broadsheet.stack.server.Stack;
import org.broadsheet.stack.terminal.Step;
import org.broadsheet.stack.terminal.Terminal;

/// Stops members of the stack, the last one first. True when there was anything to stop.
public final class Stopping {
    private final Stack stack;
    private final Terminal terminal;

    public Stopping(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
    }

    public boolean all(List<? extends Component> components) {
        boolean stopped = false;
        for (Component component : components.reversed()) {
            stopped |= one(component);
        }
        return stopped;
    }

    public boolean one(Component component) {
        Optional<RunRecord> run = stack.runs().load(component.name());
        if (run.isEmpty()) {
            return false;
        }
        if (!run.get().isRunning()) {
            new Step(terminal, component.title())
                    .warn("was pid " + run.get().pid() + ", which had ended already");
            stack.runs().forget(component.name());
            return false;
        }
        try (Step step = new Step(terminal, component.title())) {
            step.progress("stopping");
            stop(component, run.get(), step);
        }
        return true;
    }

    private void stop(Component component, RunRecord run, Step step) {
        long patience = component.stopPatience().toSeconds();
        Ending.Outcome outcome =
                Ending.of(
                        run,
                        component.stopSignal(),
                        component.stopPatience(),
                        () -> step.progress("not ended after " + patience + " s: killing it"));
        switch (outcome) {
            case STOPPED -> step.done("stopped");
            case KILLED -> step.warn("had not ended after " + patience + " s and was killed");
            case REFUSED -> step.failed("pid " + run.pid() + " cannot be stopped by this user");
        }
        if (outcome != Ending.Outcome.REFUSED) {
            stack.runs().forget(component.name());
        }
    }
}
