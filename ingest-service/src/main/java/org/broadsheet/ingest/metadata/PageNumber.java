package org.broadsheet.ingest.metadata;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the number of a page: 3, 03, A03 (the sheet's letter is not counted), 第3版, 第三版.
final class PageNumber {
    private static final Pattern ALONE =
            Pattern.compile(
                    "(?:第\\s?)?(?:[A-Za-z]?0*([1-9][0-9]{0,2})|([一二三四五六七八九十]{1,3}))(?:\\s?版)?");
    private static final Pattern PRINTED =
            Pattern.compile(
                    "第\\s?0*([1-9][0-9]{0,2}|[一二三四五六七八九十]{1,3})\\s?版|(?<![0-9A-Za-z])[A-D]0*([1-9][0-9]?)(?![0-9A-Za-z])|(?<![0-9])0*([1-9][0-9]?)\\s?版|(?i:page) ([1-9][0-9]{0,2})");

    private PageNumber() {}

    /// @return null where the text is not a page number and nothing else
    static @Nullable Integer of(String text) {
        Matcher alone = ALONE.matcher(text);
        if (!alone.matches()) {
            return null;
        }
        return IssueDate.number(alone.group(1) == null ? alone.group(2) : alone.group(1));
    }

    /// The page number that a printed line holds; null without one.
    static @Nullable Integer in(String line) {
        Matcher printed = PRINTED.matcher(line);
        if (!printed.find()) {
            return null;
        }
        for (int group = 1; group <= printed.groupCount(); group++) {
            if (printed.group(group) != null) {
                return IssueDate.number(printed.group(group));
            }
        }
        return null;
    }
}
