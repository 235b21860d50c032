package org.broadsheet.stack.command;

import java.util.List;

/// One command. Its options are declared, so that `--help` and the check of the command line are
/// the same for all.
public interface Command {
    String name();

    /// One line, for lists.
    String summary();

    /// What may stand behind the options, such as `[FILE...]`; empty for nothing.
    default String operands() {
        return "";
    }

    default List<Option> options() {
        return List.of();
    }

    /// What `--help` says below the options: what happens, and what it leaves.
    String description();

    /// True when everything is handed on as it stands, except a `--help` in front.
    default boolean passesArgumentsOn() {
        return false;
    }

    /// Does it; gives the exit code.
    int run(Session session, Arguments arguments);
}
