package org.broadsheet.e2e.reference;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One setting of ours.
///
/// @param fallback its default as it stands in the source; "" if it has none
/// @param isOptional whether the service starts without it
/// @param meaning in one line
record ConfigKey(String name, String type, String fallback, boolean isOptional, String meaning) {
    /// The variable that sets it, as MicroProfile Config says.
    String variable() {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /// @param value that the service itself sets it to; null if it does not
    ConfigKey orSetTo(@Nullable String value) {
        return value == null ? this : new ConfigKey(name, type, value, isOptional, meaning);
    }

    String row() {
        String value =
                !fallback.isEmpty() ? "`" + fallback + "`" : isOptional ? "none" : "**needed**";
        return "| `%s` | `%s` | %s | %s | %s |"
                .formatted(name, variable(), type, value, meaning.replace("|", "\\|"));
    }
}
