package org.broadsheet.ingest.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A whole line set bold or italic: `**◎本报记者 刘悦**`. The marks print nothing, so what the line is,
/// the words between them say.
final class MarkdownEmphasis {
    private static final Pattern WHOLE =
            Pattern.compile("^(\\*{1,3}|_{1,3})(?<inside>[^*_]{1,180})\\1$");

    private MarkdownEmphasis() {}

    /// What stands between the marks; null where the line is not set off as a whole.
    static @Nullable String inside(String line) {
        int first = Glyphs.first(line);
        if (first != '*' && first != '_') {
            return null;
        }
        Matcher whole = WHOLE.matcher(line);
        return whole.matches() ? Glyphs.strip(whole.group("inside")) : null;
    }
}
