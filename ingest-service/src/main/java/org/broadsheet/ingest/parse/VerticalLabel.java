package org.broadsheet.ingest.parse;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A column title or headline set from top to bottom beside its story: 警 / 方 / 在 / 线. Vertical text
/// was joined before; what has two to eight characters of it and no mark is such a title, and
/// longer vertical text is a headline (一 / 碗 / ﹁ / 沒 / 有 / 招 / 牌 / ﹂ / 的 / 豆 / 花), whatever stands
/// around it, unless it opens as a source (来源：…, 000:5-18) or is a byline (特约记者王小明李小红). No page
/// known has body text set so.
final class VerticalLabel implements Recogniser {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 8;
    private static final int LONGEST_HEADLINE = 24;
    private static final int HEADLINE = 6;
    private static final Pattern OPENS_OTHERWISE =
            Pattern.compile("[■□◎●]|来源|來源|转自|本报|本報|记者|記者|通讯员|文[/：]|图[/：]");

    @Override
    public @Nullable Cue recognise(Line line) {
        String text = line.text();
        boolean vertical =
                line.first() < line.last()
                        && line.raw().lines().allMatch(piece -> Glyphs.strip(piece).length() == 1);
        boolean label =
                text.length() >= SHORTEST
                        && text.length() <= LONGEST
                        && Glyphs.hanCount(text) == text.length();
        return vertical && (label || isHeadline(text)) ? new Cue.Heading(0, text) : null;
    }

    private static boolean isHeadline(String text) {
        return text.length() <= LONGEST_HEADLINE
                && Glyphs.hanCount(text) >= HEADLINE
                && text.chars().noneMatch(c -> "。；：".indexOf(c) >= 0)
                && Sentences.isBalanced(text)
                && !OPENS_OTHERWISE.matcher(text).lookingAt()
                && !Names.read(text).roles();
    }
}
