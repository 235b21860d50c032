package org.broadsheet.ingest.parse;

/// What a single character is to a typesetter: its width, and whether it opens, closes or ends
/// something. Code points go in; nothing here depends on the locale.
final class Glyphs {
    private static final String OPENING = "“‘《〈（(「『【〔[{";
    private static final String CLOSING = "”’》〉）)」』】〕]}";
    private static final String SENTENCE_ENDS = "。！？!?…⋯";
    private static final String PAUSES = "，、；：,;:—－-·";

    private Glyphs() {}

    /// Chinese characters of either script, and the zero that dates are written with.
    static boolean isHan(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || c == '〇'
                || (c > 0x2E7F && Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    static boolean isSpace(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == 0x200B
                || c == 0xFEFF
                || c < 0x20;
    }

    static boolean isAsciiWord(int c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }

    static boolean opens(int c) {
        return OPENING.indexOf(c) >= 0;
    }

    static boolean closes(int c) {
        return CLOSING.indexOf(c) >= 0;
    }

    static boolean endsSentence(int c) {
        return SENTENCE_ENDS.indexOf(c) >= 0;
    }

    static boolean pauses(int c) {
        return PAUSES.indexOf(c) >= 0;
    }

    /// Width in half cells: a Chinese character fills two, a Latin letter or digit one.
    static int width(int c) {
        if (c < 0x1100) {
            return c == '·' || c == '×' ? 2 : 1;
        }
        return c == 0x200B || c == 0xFEFF ? 0 : 2;
    }

    static int width(String text) {
        return text.codePoints().map(Glyphs::width).sum();
    }

    static int hanCount(String text) {
        return (int) text.codePoints().filter(Glyphs::isHan).count();
    }

    static int first(String text) {
        return text.isEmpty() ? 0 : text.codePointAt(0);
    }

    static int last(String text) {
        return text.isEmpty() ? 0 : text.codePointBefore(text.length());
    }

    /// Without white space at either end, whichever kind of space the producer used.
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    static boolean isBlank(String text) {
        return strip(text).isEmpty();
    }

    /// Without any white space: what is compared when two prints of the same words are.
    static String solid(String text) {
        StringBuilder solid = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isSpace(c)).forEach(solid::appendCodePoint);
        return solid.toString();
    }
}
