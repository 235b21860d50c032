package org.broadsheet.ingest.parse;

/// Undoes doubled text: a drop shadow is a second print of the same words, and extraction reads
/// both. Whole lines double (`政治骗子套路深政治骗子套路深`, 000:359), or each character does, sometimes from
/// right to left (`版群群党党` for 党群版, 002:1).
final class ShadowText {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 80;

    private ShadowText() {}

    /// The words once, or the same text where nothing is doubled.
    static String undo(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        String solid = Glyphs.solid(text);
        int half = solid.length() / 2;
        if (half >= SHORTEST
                && solid.length() % 2 == 0
                && solid.regionMatches(0, solid, half, half)
                && Glyphs.hanCount(solid) >= SHORTEST) {
            return solid.substring(half);
        }
        return hasPairs(solid) ? undoDoubledGlyphs(solid, text) : text;
    }

    private static boolean hasPairs(String solid) {
        int pairs = 0;
        for (int i = 1; i < solid.length() && pairs < 2; i++) {
            pairs += solid.charAt(i) == solid.charAt(i - 1) ? 1 : 0;
        }
        return pairs == 2;
    }

    private static String undoDoubledGlyphs(String solid, String text) {
        StringBuilder once = new StringBuilder();
        int doubled = 0;
        for (int i = 0; i < solid.length(); i++) {
            once.append(solid.charAt(i));
            if (i + 1 < solid.length() && solid.charAt(i) == solid.charAt(i + 1)) {
                doubled++;
                i++;
            }
        }
        int single = once.length() - doubled;
        if (doubled < 2 || single > 1 || once.length() < 2 || Glyphs.hanCount(solid) < 4) {
            return text;
        }
        return once.charAt(0) == '版' || once.charAt(0) == '刊'
                ? once.reverse().toString()
                : once.toString();
    }
}
