package org.broadsheet.stack.command;

import java.util.Optional;

/// Something like `--follow`, `-f` or `-n LINES`. `value` names what must follow it.
public record Option(String name, Optional<String> value, String description) {

    static Option flag(String name, String description) {
        return new Option(name, Optional.empty(), description);
    }

    static Option valued(String name, String value, String description) {
        return new Option(name, Optional.of(value), description);
    }

    String shown() {
        return name + value.map(text -> " " + text).orElse("");
    }
}
