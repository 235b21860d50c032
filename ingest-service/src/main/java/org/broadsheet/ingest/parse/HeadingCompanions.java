package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Ties the lines around a headline to its story: the kicker above it (引题), the deck below it (副题),
/// and the column title (栏目) that stands over a story.
///
/// A line directly above a headline that the story repeats is its kicker, a short one that it does
/// not repeat (高质量发展看鄂尔多斯, 004:3) is a column title; a line directly below is its deck where it
/// begins with a dash or the story repeats it. A column of opinion (先锋观点, 000:20) belongs to the
/// one story that is reprinted from elsewhere.
final class HeadingCompanions {
    private static final Pattern OPINION =
            Pattern.compile(".*(?:观点|时评|评论|论坛|锐评|短评|快评|社论|漫谈|觀點|評論|論壇|社論)$");

    /// One of which ends whatever `OPINION` matches.
    private static final CharSet ENDS_OPINION = new CharSet("点评论坛谈點論壇");

    private static final int LONGEST_LABEL = 12;
    private static final int LONGEST_PLAIN_LABEL = 5;
    private static final double REPEATED = 0.45;
    private static final double SOME = 0.35;

    private final List<Story> stories;
    private final List<Block> blocks;
    private final Vocabulary vocabulary;
    private final IdentityHashMap<Block, Story> storyOf = new IdentityHashMap<>();
    private final IdentityHashMap<Block, Integer> placeOf = new IdentityHashMap<>();

    /// Headings behind which page furniture stands: labels there name the page, not a story.
    private final Set<Block> atFurniture = Collections.newSetFromMap(new IdentityHashMap<>());

    HeadingCompanions(List<Story> stories, List<Block> blocks, Vocabulary vocabulary) {
        this.stories = stories;
        this.blocks = blocks.stream().filter(block -> !isFurniture(block)).toList();
        this.vocabulary = vocabulary;
        for (int at = 0; at < this.blocks.size(); at++) {
            placeOf.put(this.blocks.get(at), at);
        }
        for (int at = 0; at + 1 < blocks.size(); at++) {
            if (isFurniture(blocks.get(at + 1))) {
                atFurniture.add(blocks.get(at));
            }
        }
        for (Story story : stories) {
            if (story.headline != null) {
                storyOf.put(story.headline.heading(), story);
            }
        }
    }

    /// A folio may come out of the PDF between a kicker and its headline: it parts nothing.
    private static boolean isFurniture(Block block) {
        return block instanceof Block.Mark mark && mark.cue() instanceof Cue.PageLine;
    }

    /// Comes out: the headings that go with no headline.
    List<Block.Heading> tie(List<Block.Heading> headings) {
        List<Block.Heading> rest = new ArrayList<>();
        for (Block.Heading heading : headings) {
            if (!isTied(heading)) {
                rest.add(heading);
            }
        }
        return rest;
    }

    private boolean isTied(Block.Heading heading) {
        if (ENDS_OPINION.has(heading.text().charAt(heading.text().length() - 1))
                && OPINION.matcher(heading.text()).matches()
                && isColumnOfOpinion(heading)) {
            return true;
        }
        int at = placeOf.getOrDefault(heading, 0);
        Story below = headlineAt(at + 1);
        if (below != null && isAbove(below, heading)) {
            return true;
        }
        Story above = headlineAt(at - 1);
        if (above != null && isDeck(above, heading)) {
            return true;
        }
        Story second = isHeading(at + 1) ? headlineAt(at + 2) : null;
        return second != null && isTitleOver(second, heading);
    }

    private @Nullable Story headlineAt(int at) {
        return at >= 0 && at < blocks.size() ? storyOf.get(blocks.get(at)) : null;
    }

    private boolean isHeading(int at) {
        return at < blocks.size() && blocks.get(at) instanceof Block.Heading;
    }

    /// Column title, kicker, headline: the first of three lines, where it is a title by its looks.
    private boolean isTitleOver(Story story, Block.Heading heading) {
        boolean title =
                isColumnTitle(heading)
                        && !atFurniture.contains(heading)
                        && heading.firstLine().first() < story.start()
                        && story.column == null;
        if (title) {
            story.column = heading;
        }
        return title;
    }

    /// Whether a line is a column title by its looks: a few characters, or words such titles have.
    static boolean isColumnTitle(Block.Heading heading) {
        int length = Glyphs.solid(heading.text()).length();
        if (NoticeTitle.is(heading.text()) || DisplayPair.isVisit(heading.text())) {
            return false;
        }
        return BrokenHeadings.isVerticalLabel(heading)
                || length <= LONGEST_PLAIN_LABEL
                || ColumnTitles.isLikely(heading.text());
    }

    private boolean isAbove(Story story, Block.Heading heading) {
        int length = Glyphs.solid(heading.text()).length();
        double coverage =
                vocabulary.coverage(vocabulary.pairs(heading.text()), story.pairs(vocabulary));
        boolean headlineFirst = heading.firstLine().first() < story.start();
        boolean title = isColumnTitle(heading);
        boolean repeated = coverage >= REPEATED + 0.25;
        if (story.kicker == null
                && length > 2
                && repeated
                && !BrokenHeadings.isVerticalLabel(heading)) {
            story.kicker = heading;
            return true;
        }
        if (title && story.column == null && !atFurniture.contains(heading)) {
            story.column = heading;
            return true;
        }
        boolean plain =
                !title && !NumberedHeading.is(heading.text()) && !NoticeTitle.is(heading.text());
        boolean kicker = story.kicker == null && plain && (headlineFirst || coverage >= SOME);
        if (kicker) {
            story.kicker = heading;
        }
        return kicker;
    }

    private boolean isDeck(Story story, Block.Heading heading) {
        boolean dash = BrokenHeadings.isDash(Glyphs.first(heading.text()));
        double coverage =
                vocabulary.coverage(vocabulary.pairs(heading.text()), story.pairs(vocabulary));
        boolean headlineFirst = heading.firstLine().first() < story.start();
        boolean deck =
                story.deck == null
                        && (dash
                                || coverage >= REPEATED
                                || (headlineFirst && heading.text().length() > LONGEST_LABEL));
        if (deck) {
            story.deck = heading;
        }
        return deck;
    }

    private boolean isColumnOfOpinion(Block.Heading heading) {
        List<Story> reprinted =
                stories.stream()
                        .filter(s -> !s.caption && s.column == null)
                        .filter(s -> SourceNote.tailOf(s.text()) != null)
                        .toList();
        if (reprinted.size() != 1) {
            return false;
        }
        reprinted.getFirst().column = heading;
        return true;
    }
}
