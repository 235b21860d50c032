package org.broadsheet.stack.command;

import java.util.Map;
import org.broadsheet.stack.server.Stack;
import org.broadsheet.stack.terminal.Terminal;

/// What a command works with: where it prints, and the environment it was called in.
public record Session(Terminal terminal, Map<String, String> environment) {

    /// The stack this environment means.
    public Stack stack() {
        return Stack.of(environment);
    }
}
