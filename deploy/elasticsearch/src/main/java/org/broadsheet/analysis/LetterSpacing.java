package org.broadsheet.analysis;

/// Closes up words that are set with a space after each character (新 质 生 产 力, 王 飞), as headlines,
/// names and roles are in newspapers. A space goes where it stands between two Chinese characters
/// that each stand alone; a line end stays.
final class LetterSpacing {
    private LetterSpacing() {}

    static FoldedText close(FoldedText text) {
        FoldedText.Builder closed = new FoldedText.Builder(text.length());
        int i = 0;
        while (i < text.length()) {
            if (isSpace(text.charAt(i)) && standsAloneBefore(text, i)) {
                int next = skipSpaces(text, i);
                if (standsAloneFrom(text, next)) {
                    i = next;
                    continue;
                }
            }
            closed.append(text.charAt(i), text.origin(i));
            i++;
        }
        return closed.build(text.origin(text.length()));
    }

    private static boolean standsAloneBefore(FoldedText text, int index) {
        return index > 0
                && isChinese(text.charAt(index - 1))
                && (index == 1 || !isWordCharacter(text.charAt(index - 2)));
    }

    private static boolean standsAloneFrom(FoldedText text, int index) {
        return index < text.length()
                && isChinese(text.charAt(index))
                && (index + 1 == text.length() || !isWordCharacter(text.charAt(index + 1)));
    }

    private static int skipSpaces(FoldedText text, int index) {
        int next = index;
        while (next < text.length() && isSpace(text.charAt(next))) {
            next++;
        }
        return next;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isChinese(char c) {
        return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == '〇';
    }

    /// Half of a surrogate pair counts too: characters beyond the first plane are rare ideographs.
    private static boolean isWordCharacter(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }
}
