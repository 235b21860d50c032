package org.broadsheet.ingest.parse;

import java.util.List;

/// Joins text printed from top to bottom, one or two characters a line (来 / 源 / ： / 共 …, 000:5-18).
/// Lines go in; comes out how many of them, from a given one on, are one vertical line. Blank lines
/// inside it mean nothing.
final class VerticalText {
    private static final int FEWEST_LINES = 3;
    private static final int MOST_GLYPHS = 2;

    private VerticalText() {}

    /// The number of lines from `at` on that form one vertical run; 0 where none begins.
    static int length(List<Line> lines, int at) {
        int end = at;
        int han = 0;
        while (end < lines.size() && isPiece(lines.get(end).text())) {
            han += Glyphs.hanCount(lines.get(end).text());
            end++;
        }
        int length = end - at;
        boolean mostlySingle =
                lines.subList(at, end).stream().filter(l -> l.text().length() == 1).count() * 3
                        >= length * 2L;
        return length >= FEWEST_LINES && han * 3 >= length * 2 && mostlySingle ? length : 0;
    }

    private static boolean isPiece(String text) {
        return text.length() <= MOST_GLYPHS
                && text.codePoints().noneMatch(c -> c < 0x80 && c > ' ' && c != ':' && c != '-')
                && text.codePoints().allMatch(c -> Glyphs.width(c) == 2 || c == ':' || c == '-');
    }
}
