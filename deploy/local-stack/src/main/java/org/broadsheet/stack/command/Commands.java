package org.broadsheet.stack.command;

import java.util.List;
import java.util.Optional;

/// All commands, in the order in which they are listed.
public final class Commands {
    private static final List<Command> ALL =
            List.of(
                    new Up(),
                    new Down(),
                    new Status(),
                    new Logs(),
                    new Drop(),
                    new ApiKey(),
                    new Parse(),
                    new DeadLetters(),
                    new Reindex(),
                    new Reparse(),
                    new Republish(),
                    new Reconcile(),
                    new Backup(),
                    new Restore(),
                    new Bench(),
                    new Relevance(),
                    new Screenshots(),
                    new Images(),
                    new Test(),
                    new Torture());

    private Commands() {}

    public static Optional<Command> named(String name) {
        return ALL.stream().filter(command -> command.name().equals(name)).findFirst();
    }

    public static List<Command> all() {
        return ALL;
    }
}
