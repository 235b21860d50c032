package org.broadsheet.query.syntax;

/// A piece of a query.
sealed interface Token {
    /// As typed.
    String source();

    record Open(String source) implements Token {}

    record Close(String source) implements Token {}

    record Or(String source) implements Token {}

    record And(String source) implements Token {}

    record Not(String source) implements Token {}

    /// A known field's name with its colon.
    record Name(String source, Field field) implements Token {}

    /// An unbroken run.
    record Text(String source) implements Token {}

    /// What stood between quotation marks.
    record Quoted(String source, String text, int slop) implements Token {}
}
