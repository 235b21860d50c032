package org.broadsheet.query.search;

import org.broadsheet.query.syntax.Units;

/// One thing to look for in running text: what the reader put between quotation marks, or one
/// unbroken run of characters. The run's length decides how it is looked for.
sealed interface QueryTerm {
    /// Longest run that must stand as it is.
    int SHORT_RUN_UNITS_MAX = 4;

    String text();

    /// "…": exactly these characters in this order.
    record Phrase(String text) implements QueryTerm {}

    /// A single character or a single Latin word or number.
    record Single(String text) implements QueryTerm {}

    /// Two to four: a word, a name, a fixed expression. Looked for as it stands.
    record ShortRun(String text) implements QueryTerm {}

    /// Five and more: several words, or a sentence that was pasted in.
    record LongRun(String text) implements QueryTerm {}

    static QueryTerm of(String run) {
        int units = Units.count(run);
        if (units <= 1) {
            return new Single(run);
        }
        boolean isShort = units <= SHORT_RUN_UNITS_MAX && !QuestionWords.isQuestion(run);
        return isShort ? new ShortRun(run) : new LongRun(run);
    }
}
