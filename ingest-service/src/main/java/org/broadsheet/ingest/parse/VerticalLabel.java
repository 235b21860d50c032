package org.broadsheet.ingest.parse;

import org.jspecify.annotations.Nullable;

/// A column title set from top to bottom beside its story: 警 / 方 / 在 / 线. Vertical text was joined
/// before; what has two to eight characters of it and no mark is such a title, not text, whatever
/// stands around it. A vertical source (来源：…, 000:5-18) has marks.
final class VerticalLabel implements Recogniser {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 8;

    @Override
    public @Nullable Cue recognise(Line line) {
        String text = line.text();
        boolean vertical =
                line.first() < line.last()
                        && line.raw().lines().allMatch(piece -> Glyphs.strip(piece).length() == 1);
        return vertical
                        && text.length() >= SHORTEST
                        && text.length() <= LONGEST
                        && Glyphs.hanCount(text) == text.length()
                ? new Cue.Heading(0, text)
                : null;
    }
}
