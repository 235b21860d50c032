package org.broadsheet.ingest.parse;

import java.util.regex.Pattern;

/// An item of a list: `- …`, `* …`, `1. …`, `（1）…`. Each is a paragraph, whether or not the one
/// before ends with a full stop.
final class ListItem {
    private static final Pattern MARK =
            Pattern.compile("^(?:[-*+•·]|\\d{1,2}[.、)）])\\s+\\S.*", Pattern.DOTALL);

    private ListItem() {}

    static boolean begins(String text) {
        int first = Glyphs.first(text);
        boolean possible = (first >= '0' && first <= '9') || "-*+•·".indexOf(first) >= 0;
        return possible && MARK.matcher(text).matches();
    }
}
