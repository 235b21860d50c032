package org.broadsheet.stack.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// A JSON value, read from the small answers of our own services. What is not there or not of the
/// kind asked for is empty, never an exception.
public sealed interface Json {
    record Members(Map<String, Json> members) implements Json {}

    record Elements(List<Json> list) implements Json {}

    record Text(String value) implements Json {}

    record Digits(String digits) implements Json {}

    /// `true`, `false`, `null`, and what stands for something that is not there.
    record Word(String word) implements Json {}

    /// Stands for what is missing, and for text that is no JSON.
    static Json nothing() {
        return new Word("");
    }

    static Json parse(String text) {
        return new JsonReader(text).read().orElse(nothing());
    }

    default Json at(String... path) {
        Json here = this;
        for (String name : path) {
            here =
                    here instanceof Members(var members)
                            ? members.getOrDefault(name, nothing())
                            : nothing();
        }
        return here;
    }

    default List<Json> elements() {
        return this instanceof Elements(var list) ? list : List.of();
    }

    default Optional<String> text() {
        return this instanceof Text(var value) ? Optional.of(value) : Optional.empty();
    }

    default OptionalLong number() {
        return this instanceof Digits(var digits) && digits.matches("-?[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(digits))
                : OptionalLong.empty();
    }
}
