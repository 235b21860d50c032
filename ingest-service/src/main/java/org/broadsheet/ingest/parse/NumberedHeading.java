package org.broadsheet.ingest.parse;

import java.util.regex.Pattern;

/// A heading with a number or an hour before it: `二、把冷板凳坐热`, `（三）…`, `08:30 “马背上的听诊器”`. It counts
/// the parts of one story, so it is a sub-head, whatever a story repeats of it, and no story ends
/// there.
final class NumberedHeading {
    private static final Pattern NUMBER =
            Pattern.compile(
                    "^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|[①-⑩]|\\d{1,2}[.、](?!\\d)|\\d{1,2}[:：]\\d{2}\\b)");

    private NumberedHeading() {}

    static boolean is(String heading) {
        return NUMBER.matcher(heading).lookingAt();
    }
}
