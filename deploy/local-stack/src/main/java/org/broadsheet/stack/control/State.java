package org.broadsheet.stack.control;

import java.util.Optional;
import org.broadsheet.stack.process.RunRecord;
import org.broadsheet.stack.server.Component;
import org.broadsheet.stack.server.Readiness;
import org.broadsheet.stack.server.Stack;

/// What has become of a member of the stack.
public sealed interface State {
    record Ready(RunRecord run) implements State {}

    record NotReady(RunRecord run, String why) implements State {}

    /// Started once, and ended without having been asked to: killed, crashed, or the machine was
    /// started again.
    record Gone(RunRecord run) implements State {}

    record Stopped() implements State {}

    static State of(Stack stack, Component component) {
        Optional<RunRecord> run = stack.runs().load(component.name());
        if (run.isEmpty()) {
            return new Stopped();
        }
        if (!run.get().isRunning()) {
            return new Gone(run.get());
        }
        return switch (component.readiness(run.get().port())) {
            case Readiness.Ready _ -> new Ready(run.get());
            case Readiness.NotReady(String why) -> new NotReady(run.get(), why);
        };
    }
}
