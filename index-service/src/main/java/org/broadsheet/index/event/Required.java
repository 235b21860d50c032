package org.broadsheet.index.event;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// What the compact constructors of the events demand: JSON can leave out or null whatever it
/// likes.
final class Required {
    private Required() {}

    static void value(@Nullable Object value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("required field is missing: " + name);
        }
    }

    static void text(@Nullable String value, String name) {
        value(value, name);
        if (value != null && value.isEmpty()) {
            throw new IllegalArgumentException("required field is empty: " + name);
        }
    }

    /// JSON that is carried: an object or an array, whatever stands in it.
    static void json(@Nullable JsonNode value, String name) {
        value(value, name);
        if (value != null && !value.isContainerNode()) {
            throw new IllegalArgumentException("neither object nor array: " + name);
        }
    }

    static void fromOne(long value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1: " + value);
        }
    }
}
