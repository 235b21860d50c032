package org.broadsheet.ingest.parse;

/// Where sentences end and whether quotes and brackets are closed. Text goes in, claims come out.
final class Sentences {
    private static final String PAIRS = "“”‘’《》（）()「」『』【】";

    private Sentences() {}

    /// `。！？…` and what may follow them: `”’）》`. An ASCII full stop counts after a letter or a
    /// bracket, not after a digit (`3.` numbers a list).
    static boolean ends(String text) {
        int at = text.length();
        while (at > 0 && isTail(text.charAt(at - 1))) {
            at--;
        }
        if (at == 0) {
            return false;
        }
        char c = text.charAt(at - 1);
        if (c == '.') {
            return at > 1
                    && (Character.isLetter(text.charAt(at - 2)) || isTail(text.charAt(at - 2)));
        }
        return Glyphs.endsSentence(c);
    }

    private static boolean isTail(char c) {
        return Glyphs.closes(c) || c == '"' || c == '\'' || Glyphs.isSpace(c);
    }

    /// Quotes and brackets opened and not closed (positive) or closed and not opened (negative); 0
    /// in a text that is whole.
    static int debt(String text) {
        int debt = 0;
        for (int i = 0; i < text.length(); i++) {
            int pair = pair(text.charAt(i));
            if (pair >= 0) {
                debt += pair % 2 == 0 ? 1 : -1;
            }
        }
        return debt;
    }

    private static int pair(char c) {
        return Glyphs.pairs(c) ? PAIRS.indexOf(c) : -1;
    }

    /// Whether each quote and bracket mark is paired.
    static boolean isBalanced(String text) {
        int[] open = new int[PAIRS.length() / 2];
        for (int i = 0; i < text.length(); i++) {
            int pair = pair(text.charAt(i));
            if (pair >= 0) {
                open[pair / 2] += pair % 2 == 0 ? 1 : -1;
                if (open[pair / 2] < 0) {
                    return false;
                }
            }
        }
        for (int left : open) {
            if (left != 0) {
                return false;
            }
        }
        return true;
    }
}
