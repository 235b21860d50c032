package org.broadsheet.analysis;

import java.text.Normalizer;

/// One form for what readers take for the same: full and half width (Ｇ２０, G20), upper and lower
/// case, compatibility characters (㎡, ⑴), the radicals that extractors of PDF text write for whole
/// characters (⻓ for 长), composed and decomposed accents. Invisible characters go.
///
/// Unicode Standard Annex 15 (NFKC); its stream-safe format is where the limit on marks comes from.
final class Folding {
    /// Beyond it a sequence of combining marks is taken in pieces: reordering them is quadratic.
    private static final int MARKS_MAX = 30;

    private static final String RADICALS =
            "⺁⺄⺅⺈⺍⺖⺗⺘⺙⺛⺝⺟⺠⺡⺣⺤⺦⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺳⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳";
    private static final String RADICAL_CHARACTERS =
            "厂乙亻刀小忄心扌攵旡月母民氵灬爪丬犭王疋目示礻竹糸纟罒网罒羊羊羊耂肀聿肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶邑钅長镸长门阜阝雨青韦页风飞食食食饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

    private Folding() {}

    static FoldedText fold(String text) {
        FoldedText.Builder folded = new FoldedText.Builder(text.length());
        int start = 0;
        while (start < text.length()) {
            int end = endOfUnit(text, start);
            if (end == start + 1 && isPlain(text.charAt(start))) {
                folded.append(lowerCase(text.charAt(start)), start);
            } else {
                folded.appendReplacement(folded(text.substring(start, end)), start, end);
            }
            start = end;
        }
        return folded.build(text.length());
    }

    /// ASCII and the ordinary Chinese characters, which have no other form.
    private static boolean isPlain(char c) {
        return c < 0x80 || isOrdinaryChinese(c);
    }

    private static boolean isOrdinaryChinese(int codePoint) {
        return codePoint >= 0x4E00 && codePoint <= 0x9FFF;
    }

    private static char lowerCase(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    /// A character with the marks that follow it.
    private static int endOfUnit(String text, int start) {
        int end = start + Character.charCount(text.codePointAt(start));
        for (int marks = 0; end < text.length() && marks < MARKS_MAX; marks++) {
            int next = text.codePointAt(end);
            if (!isMark(next)) {
                break;
            }
            end += Character.charCount(next);
        }
        return end;
    }

    private static boolean isMark(int codePoint) {
        if (codePoint < 0x300 || isOrdinaryChinese(codePoint)) {
            return false;
        }
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || isInvisible(codePoint)
                // The half-width sound marks of Japanese are letters by their type.
                || codePoint == 0xFF9E
                || codePoint == 0xFF9F;
    }

    private static CharSequence folded(String unit) {
        StringBuilder result = new StringBuilder();
        Normalizer.normalize(unit, Normalizer.Form.NFKC)
                .codePoints()
                .filter(codePoint -> !isInvisible(codePoint))
                .map(Folding::whole)
                .map(Folding::encodable)
                .map(Character::toLowerCase)
                .forEach(result::appendCodePoint);
        return result;
    }

    private static int whole(int codePoint) {
        int radical = codePoint >= 0x2E80 && codePoint < 0x2F00 ? RADICALS.indexOf(codePoint) : -1;
        return radical < 0 ? codePoint : RADICAL_CHARACTERS.charAt(radical);
    }

    /// Half of a surrogate pair cannot be written to an index, and tokenizers lose count of it.
    private static int encodable(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE ? 0xFFFD : codePoint;
    }

    /// Variation selectors, joiners, zero-width spaces, soft hyphens, directional marks.
    private static boolean isInvisible(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || (codePoint >= 0xE0100 && codePoint <= 0xE01EF)
                || Character.getType(codePoint) == Character.FORMAT;
    }
}
