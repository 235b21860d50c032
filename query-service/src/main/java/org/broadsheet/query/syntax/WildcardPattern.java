package org.broadsheet.query.syntax;

import java.util.regex.Pattern;

/// A run in which `*` and `?` stand only where they mean something.
final class WildcardPattern {
    private static final Pattern MARKS = Pattern.compile("\\*[*?]*|\\?+\\*[*?]*");

    private WildcardPattern() {}

    /// In running text a mark beside a Chinese character at either end says nothing (建设* finds what
    /// 建设 finds), and a question mark at the end is punctuation. A name may begin or end anywhere.
    static String of(String run, boolean isText) {
        String pattern = MARKS.matcher(run.replace('＊', '*')).replaceAll("*");
        if (!isText) {
            return pattern;
        }
        String inner = pattern.replaceAll("^[^\\p{L}\\p{N}*]+|[^\\p{L}\\p{N}*]+$", "");
        return inner.replaceAll("^\\*(?=\\p{IsHan})|(?<=\\p{IsHan})\\*$", "");
    }
}
