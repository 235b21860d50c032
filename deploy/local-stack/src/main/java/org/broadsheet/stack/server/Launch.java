package org.broadsheet.stack.server;

import java.util.List;
import java.util.Map;

/// The command that starts a process, and what is added to its environment.
public record Launch(List<String> command, Map<String, String> environment) {
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
