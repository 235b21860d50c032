package org.broadsheet.ingest.parse;

import java.util.List;

/// Joins printed lines into running text. Between Chinese characters nothing is put in; between two
/// Latin words the line break becomes a space, unless a hyphen ends the line.
final class Joiner {
    private Joiner() {}

    static String join(List<Line> lines) {
        int most = 0;
        for (Line line : lines) {
            most += line.text().length() + 1;
        }
        StringBuilder text = new StringBuilder(most);
        for (Line line : lines) {
            append(text, line.text());
        }
        return text.toString();
    }

    static void append(StringBuilder text, String next) {
        int before = text.isEmpty() ? 0 : text.codePointBefore(text.length());
        if (isLatin(before) && isLatin(Glyphs.first(next))) {
            text.append(' ');
        }
        text.append(next);
    }

    private static boolean isLatin(int c) {
        return c > ' ' && c < 0x3000 && c != '-' && "“”‘’—…·".indexOf(c) < 0;
    }
}
