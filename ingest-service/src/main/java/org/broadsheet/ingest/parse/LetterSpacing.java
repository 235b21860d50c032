package org.broadsheet.ingest.parse;

/// Closes up lines that the typesetter spread to fill the column: `拨 动 道 岔 来 完 成 ，而 如 今` (003:18).
/// In a spread line at least six in ten gaps between neighbouring Chinese characters hold a space;
/// in any other line at most four do, and there the space means something (a name, two halves of a
/// headline).
final class LetterSpacing {
    private static final double SPREAD = 0.6;
    private static final int FEWEST_GAPS = 3;

    private LetterSpacing() {}

    /// The line closed up, or the same text where it is not spread.
    static String closeUp(String text) {
        return isSpread(text) && !ListItem.begins(text) && !TableRow.is(text)
                ? withoutWideGaps(text)
                : text;
    }

    private static boolean isSpread(String text) {
        if (text.indexOf(' ') < 0 && text.indexOf('\u3000') < 0) {
            return false;
        }
        int gaps = 0;
        int spaced = 0;
        int previous = 0;
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Glyphs.isSpace(c)) {
                space = true;
                continue;
            }
            if (previous != 0 && isWide(previous) && isWide(c)) {
                gaps++;
                spaced += space ? 1 : 0;
            }
            previous = c;
            space = false;
        }
        return gaps >= FEWEST_GAPS && spaced >= SPREAD * gaps;
    }

    private static String withoutWideGaps(String text) {
        StringBuilder closed = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Glyphs.isSpace(c)) {
                closed.append(c);
            } else if (!closed.isEmpty() && i + 1 < text.length()) {
                char before = closed.charAt(closed.length() - 1);
                char after = text.charAt(i + 1);
                if (Glyphs.isAsciiWord(before) && Glyphs.isAsciiWord(after)) {
                    closed.append(c);
                }
            }
        }
        return closed.toString();
    }

    private static boolean isWide(int c) {
        return Glyphs.width(c) == 2;
    }
}
