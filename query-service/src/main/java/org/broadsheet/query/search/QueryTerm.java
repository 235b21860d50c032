package org.broadsheet.query.search;

/// One thing that must be found: what the reader put between quotation marks, or one unbroken run
/// of characters. The run's length decides how it is looked for.
sealed interface QueryTerm {
    String text();

    /// "…": exactly these characters in this order.
    record Phrase(String text) implements QueryTerm {}

    /// A single character or a single Latin word or number.
    record Single(String text) implements QueryTerm {}

    /// Two to four: a word, a name, a fixed expression. Looked for as it stands.
    record ShortRun(String text) implements QueryTerm {}

    /// Five and more: several words, or a sentence that was pasted in.
    record LongRun(String text) implements QueryTerm {}
}
