package org.broadsheet.stack.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.stack.control.State;
import org.broadsheet.stack.process.Memory;
import org.broadsheet.stack.process.RunRecord;
import org.broadsheet.stack.server.Component;
import org.broadsheet.stack.server.Components;
import org.broadsheet.stack.server.Stack;
import org.broadsheet.stack.terminal.Bar;
import org.broadsheet.stack.terminal.Style;
import org.broadsheet.stack.terminal.Table;
import org.broadsheet.stack.terminal.Terminal;

final class Status implements Command {
    @Override
    public String name() {
        return "status";
    }

    @Override
    public String summary() {
        return "Shows each process, its health, and the files and articles counted.";
    }

    @Override
    public String description() {
        return """
        Exit code 0 when every process is ready, 1 when one is not.""";
    }

    @Override
    public int run(Session session, Arguments arguments) {
        Stack stack = session.stack();
        Terminal terminal = session.terminal();
        Components components = Components.of(stack);
        Table table = new Table();
        table.row("", "STATE", "PID", "PORT", "UP", "MEMORY");
        List<State> states = new ArrayList<>();
        for (Component component : components.all()) {
            State state = State.of(stack, component);
            states.add(state);
            table.row(row(component, state, terminal));
        }
        table.lines().forEach(terminal::line);
        boolean anyRuns =
                states.stream()
                        .anyMatch(s -> s instanceof State.Ready || s instanceof State.NotReady);
        if (anyRuns) {
            terminal.line();
            new Books(stack, components.services()).lines().forEach(terminal::line);
        }
        boolean allReady = states.stream().allMatch(State.Ready.class::isInstance);
        if (!allReady) {
            terminal.line();
            terminal.line(stack.sources().command("up") + " starts what does not run.");
        }
        return allReady ? 0 : 1;
    }

    private static String[] row(Component component, State state, Terminal terminal) {
        return switch (state) {
            case State.Ready(RunRecord run) ->
                    running(component, terminal.styled(Style.GREEN, "ready"), run);
            case State.NotReady(RunRecord run, String why) ->
                    running(component, terminal.styled(Style.YELLOW, "not ready: " + why), run);
            case State.Gone(RunRecord run) ->
                    new String[] {
                        component.name(),
                        terminal.styled(Style.RED, "killed or crashed (was pid " + run.pid() + ")"),
                        "",
                        "",
                        "",
                        ""
                    };
            case State.Stopped() ->
                    new String[] {
                        component.name(), terminal.styled(Style.DIM, "stopped"), "", "", "", ""
                    };
        };
    }

    private static String[] running(Component component, String state, RunRecord run) {
        return new String[] {
            component.name(),
            state,
            Long.toString(run.pid()),
            Integer.toString(run.port()),
            uptime(Duration.between(run.started(), Instant.now())),
            run.process().map(p -> Bar.megabytes(Memory.of(p)) + " MB").orElse("")
        };
    }

    static String uptime(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() + " d " + duration.toHoursPart() + " h";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        return duration.toMinutes() > 0
                ? duration.toMinutes() + " min"
                : Math.max(0, duration.toSeconds()) + " s";
    }
}
