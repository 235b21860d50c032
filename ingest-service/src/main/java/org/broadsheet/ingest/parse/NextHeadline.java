package org.broadsheet.ingest.parse;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The headline of a story that repeats nothing of it: `听 雪` over an essay, `晒秋记`, `老水车` over a
/// poem, the title of a picture. It stands directly at the text, with nothing but a byline or
/// `上接第一版` between, where the headlines of the page stand, and no other story has it. A column
/// title may stand there too; so its wording must not be that of one.
final class NextHeadline {
    private static final double SURE = 0.4;
    private static final int SHORTEST = 4;
    private static final int NAME = 3;
    private static final int LABEL = 4;

    private final List<Story> stories;
    private final Set<Block> loose = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Block> blocks;
    private final IdentityHashMap<Block, Integer> placeOf = new IdentityHashMap<>();
    private final boolean follow;

    /// @param follow whether headlines stand below their stories on this page
    NextHeadline(
            List<Story> stories, List<Block.Heading> headings, List<Block> blocks, boolean follow) {
        this.stories = stories;
        this.loose.addAll(headings);
        this.blocks = blocks;
        this.follow = follow;
        for (int at = 0; at < blocks.size(); at++) {
            placeOf.put(blocks.get(at), at);
        }
    }

    /// Adds to the headlines those of stories that have none yet.
    void tie(Map<Story, Story.Tied> headlines) {
        headlines.values().forEach(tied -> loose.remove(tied.heading()));
        for (Story story : stories) {
            if (!headlines.containsKey(story) && !story.isBrief() && !story.body.isEmpty()) {
                Block.Heading heading = nextTo(story);
                if (heading != null) {
                    loose.remove(heading);
                    headlines.put(story, new Story.Tied(heading, SURE, "stands at the text"));
                }
            }
        }
    }

    private Block.@Nullable Heading nextTo(Story story) {
        int step = follow ? 1 : -1;
        Block edge = follow ? story.body.getLast() : story.body.getFirst();
        int at = placeOf.getOrDefault(edge, 0) + step;
        boolean signed = false;
        while (at >= 0 && at < blocks.size() && isPassedOver(blocks.get(at))) {
            signed |= isByline(blocks.get(at));
            at += step;
        }
        Block.Heading near = at < 0 || at >= blocks.size() ? null : loose(blocks.get(at), signed);
        if (near == null) {
            return null;
        }
        int beyond = at + step;
        Block.Heading far =
                beyond < 0 || beyond >= blocks.size() ? null : loose(blocks.get(beyond), false);
        if (far == null) {
            return near;
        }
        Block.Heading upper = follow ? near : far;
        Block.Heading lower = follow ? far : near;
        return DisplayPair.isDeck(upper.text(), lower.text()) ? upper : lower;
    }

    private static boolean isPassedOver(Block block) {
        return block instanceof Block.Mark mark
                && (isByline(block)
                        || mark.cue() instanceof Cue.PageLine
                        || (mark.cue() instanceof Cue.Jump jump && jump.from() != null));
    }

    private static boolean isByline(Block block) {
        return block instanceof Block.Mark mark && mark.cue() instanceof Cue.Byline;
    }

    /// @param signed whether a byline stands between it and the text: it is no name then (`花事了`)
    private Block.@Nullable Heading loose(Block block, boolean signed) {
        return block instanceof Block.Heading heading
                        && loose.contains(heading)
                        && could(heading, signed)
                ? heading
                : null;
    }

    private static boolean could(Block.Heading heading, boolean signed) {
        String text = heading.text();
        boolean name = !signed && text.length() <= NAME && Surnames.begin(text);
        return heading.level() == 0
                && Glyphs.width(text) >= SHORTEST
                && (signed || !isLabel(text))
                && !HeadlineMatcher.isOffice(text)
                && !name
                && !BrokenHeadings.isVerticalLabel(heading)
                && !ColumnTitles.isLikely(text)
                && !NumberedHeading.is(text)
                && !BareByline.couldBe(text);
    }

    /// Four characters: most column titles have as many (以案说法), and hardly a headline.
    private static boolean isLabel(String text) {
        return text.length() == LABEL && Glyphs.hanCount(text) == LABEL;
    }
}
