package org.broadsheet.query.syntax;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a query means: a tree whose leaves are things to look for.
public sealed interface QueryNode {
    /// All parts must match.
    record All(List<QueryNode> parts) implements QueryNode {
        public All {
            parts = atLeastTwo(parts);
        }
    }

    /// One part at least must match.
    record Any(List<QueryNode> parts) implements QueryNode {
        public Any {
            parts = atLeastTwo(parts);
        }
    }

    /// The part must not match.
    record Not(QueryNode part) implements QueryNode {}

    /// One thing to look for.
    sealed interface Leaf extends QueryNode {}

    /// One unbroken run as typed: a character, a word, or a sentence that was pasted in.
    record Word(Field field, String text) implements Leaf {}

    /// `"…"`: exactly these characters in this order.
    ///
    /// @param slop how many other characters may stand between them
    record Phrase(Field field, String text, int slop) implements Leaf {}

    /// A run with `*` (any characters) or `?` (one character or none).
    record Pattern(Field field, String pattern) implements Leaf {}

    /// `…~`: the run, or what differs from it by one character.
    record Fuzzy(Field field, String text) implements Leaf {}

    /// Printed on one of these days, both ends included; null is an open end.
    record Days(@Nullable LocalDate first, @Nullable LocalDate last) implements Leaf {}

    /// Printed on one of these pages, both ends included.
    record Pages(int first, int last) implements Leaf {}

    private static List<QueryNode> atLeastTwo(List<QueryNode> parts) {
        if (parts.size() < 2) {
            throw new IllegalArgumentException("needs two parts: " + parts);
        }
        return List.copyOf(parts);
    }
}
