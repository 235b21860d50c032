package org.broadsheet.ingest.parse;

import java.util.regex.Pattern;

/// A row of a table of results: its cells set apart by wide gaps (`男子800米 孔德林 1分54秒30`), or a score
/// between two names (`江淮猎豹 112:105 北原银狐`). Each row is a paragraph of its own.
final class TableRow {
    private static final Pattern GAPS = Pattern.compile(".*\\S {2,}\\S.* {2,}\\S.*");
    private static final Pattern SCORE =
            Pattern.compile(
                    "[^\\d，。：:]{1,12}\\s*\\d{1,3}\\s?[:：比∶-]\\s?\\d{1,3}\\s*[^\\d，。：:]{1,12}");
    private static final CharSet PARTS = new CharSet(":：比∶-");
    private static final int LONGEST = 80;

    private TableRow() {}

    static boolean is(String text) {
        return text.length() <= LONGEST
                && ((text.contains("  ") && GAPS.matcher(text).matches())
                        || (hasScore(text) && SCORE.matcher(text).matches()));
    }

    /// A digit before what parts two scores. Few lines have that, and the pattern takes long to say
    /// no to the others.
    private static boolean hasScore(String text) {
        for (int at = 1; at < text.length(); at++) {
            if (PARTS.has(text.charAt(at))) {
                int before = at > 1 && Glyphs.isSpace(text.charAt(at - 1)) ? at - 2 : at - 1;
                if (Character.isDigit(text.charAt(before))) {
                    return true;
                }
            }
        }
        return false;
    }
}
