package org.broadsheet.ingest.parse;

/// What a single character is to a typesetter: its width, and whether it opens, closes or ends
/// something. Code points go in; nothing here depends on the locale. What the basic plane's
/// characters are is looked up in a table, since every character of a page is asked several times.
final class Glyphs {
    private static final String OPENING = "“‘《〈（(「『【〔[{";
    private static final String CLOSING = "”’》〉）)」』】〕]}";
    private static final String SENTENCE_ENDS = "。！？!?…⋯";
    private static final String PAUSES = "，、；：,;:—－-·";

    private static final int HAN = 1;
    private static final int SPACE = 2;
    private static final int WORD = 4;
    private static final int OPENS = 8;
    private static final int CLOSES = 16;
    private static final int ENDS = 32;
    private static final int PAUSE = 64;
    private static final int SQUEEZED = 128;
    private static final byte[] TRAITS = new byte[Character.MIN_SUPPLEMENTARY_CODE_POINT];

    static {
        for (int c = 0; c < TRAITS.length; c++) {
            TRAITS[c] = (byte) traitsOf(c);
        }
    }

    private Glyphs() {}

    private static int traitsOf(int c) {
        boolean han = c == '〇' || Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
        boolean space =
                Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || c == 0x200B
                        || c == 0xFEFF
                        || c < 0x20;
        return (han ? HAN : 0)
                | (space ? SPACE : 0)
                | (Character.isLetterOrDigit(c) ? WORD : 0)
                | (OPENING.indexOf(c) >= 0 ? OPENS : 0)
                | (CLOSING.indexOf(c) >= 0 ? CLOSES : 0)
                | (SENTENCE_ENDS.indexOf(c) >= 0 ? ENDS : 0)
                | (PAUSES.indexOf(c) >= 0 ? PAUSE : 0)
                | (isSqueezed(c) ? SQUEEZED : 0);
    }

    private static boolean isSqueezed(int c) {
        return width(c) == 2
                && !Character.isLetterOrDigit(c)
                && (OPENING.indexOf(c) >= 0
                        || CLOSING.indexOf(c) >= 0
                        || "，。、；：！？".indexOf(c) >= 0);
    }

    private static boolean has(int c, int trait) {
        int traits = c < TRAITS.length ? TRAITS[c] : traitsOf(c);
        return (traits & trait) != 0;
    }

    /// Chinese characters of either script, and the zero that dates are written with.
    static boolean isHan(int c) {
        return has(c, HAN);
    }

    static boolean isSpace(int c) {
        return has(c, SPACE);
    }

    /// Full-width marks that some typesetters squeeze to a part of a cell.
    static boolean squeezes(int c) {
        return has(c, SQUEEZED);
    }

    /// Letters and digits of any script.
    static boolean isWord(int c) {
        return has(c, WORD);
    }

    static boolean isAsciiWord(int c) {
        return c < 0x80 && has(c, WORD);
    }

    static boolean opens(int c) {
        return has(c, OPENS);
    }

    static boolean closes(int c) {
        return has(c, CLOSES);
    }

    /// Opens or closes.
    static boolean pairs(int c) {
        return has(c, OPENS | CLOSES);
    }

    static boolean endsSentence(int c) {
        return has(c, ENDS);
    }

    static boolean pauses(int c) {
        return has(c, PAUSE);
    }

    /// Width in half cells: a Chinese character fills two, a Latin letter or digit one.
    static int width(int c) {
        if (c < 0x1100) {
            return c == '·' || c == '×' ? 2 : 1;
        }
        return c == 0x200B || c == 0xFEFF ? 0 : 2;
    }

    static int width(String text) {
        int width = 0;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            width += width(c);
            at += Character.charCount(c);
        }
        return width;
    }

    static int hanCount(String text) {
        int count = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean rare = Character.isHighSurrogate(c);
            count += isHan(rare ? text.codePointAt(at) : c) ? 1 : 0;
        }
        return count;
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

    /// With an ordinary space for every space of another width, which tools put between the halves
    /// of a headline.
    static String withPlainSpaces(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 && isSpace(c) && Character.getType(c) == Character.SPACE_SEPARATOR) {
                return text.codePoints()
                        .map(
                                p ->
                                        p >= 0x80
                                                        && Character.getType(p)
                                                                == Character.SPACE_SEPARATOR
                                                ? ' '
                                                : p)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    static boolean isBlank(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (!isSpace(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    static boolean hasSpace(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (isSpace(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    /// Without any white space: what is compared when two prints of the same words are.
    static String solid(String text) {
        int first = 0;
        while (first < text.length() && !isSpace(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder solid = new StringBuilder(text.length()).append(text, 0, first);
        for (int at = first; at < text.length(); at++) {
            if (!isSpace(text.charAt(at))) {
                solid.append(text.charAt(at));
            }
        }
        return solid.toString();
    }
}
