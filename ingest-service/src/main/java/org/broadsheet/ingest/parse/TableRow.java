package org.broadsheet.ingest.parse;

import java.util.regex.Pattern;

/// A row of a table of results, its cells set apart by wide gaps: `男子800米 孔德林 河阳 1分54秒30`. Each row
/// is a paragraph of its own.
final class TableRow {
    private static final Pattern GAPS = Pattern.compile(".*\\S {2,}\\S.* {2,}\\S.*");
    private static final int LONGEST = 80;

    private TableRow() {}

    static boolean is(String text) {
        return text.length() <= LONGEST && text.contains("  ") && GAPS.matcher(text).matches();
    }
}
