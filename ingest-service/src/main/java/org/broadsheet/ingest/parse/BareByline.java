package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.ingest.issue.Contributor;
import org.jspecify.annotations.Nullable;

/// A byline that no mark and no word for a reporter shows: what the writer is, a gap, and the name,
/// on a line of its own under the headline (`特约分析师 茅迪`, `文史专员 古月今`). The place makes it a byline:
/// the story has no other. Essays and columns print the name alone (`秋日短章` / `江一苇`): it is one
/// where it begins with a family name and the text follows directly. Column titles look the same
/// elsewhere.
final class BareByline {
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?<role>\\p{IsHan}{2,10}[员員师師者家授手人士长長友])[\\s\\u3000]+"
                            + "(?<name>\\p{IsHan}{2,4}|\\p{IsHan}[\\s\\u3000]+\\p{IsHan})");

    private static final int LONGEST_NAME = 3;

    private static final double ROLE = 0.9;
    private static final double NAME_ALONE = 0.75;

    private final List<Block> blocks;
    private final IdentityHashMap<Block, Story> storyOf = new IdentityHashMap<>();

    BareByline(List<Story> stories, List<Block> blocks) {
        this.blocks = blocks;
        for (Story story : stories) {
            if (story.headline != null && !story.caption) {
                storyOf.put(story.headline.heading(), story);
            }
        }
    }

    /// Whether a line could be one, by its words.
    static boolean couldBe(String text) {
        return Glyphs.hasSpace(text) && NAMED.matcher(text).matches();
    }

    /// The story of the headline directly above, or with its deck between.
    private @Nullable Story headlineAbove(int at) {
        Story story = storyOf.get(blocks.get(at - 1));
        boolean deck =
                at > 1
                        && blocks.get(at - 2) instanceof Block.Heading headline
                        && blocks.get(at - 1) instanceof Block.Heading below
                        && DisplayPair.isDeck(headline.text(), below.text());
        return story == null && deck ? storyOf.get(blocks.get(at - 2)) : story;
    }

    private @Nullable Contributor writer(int at, String text) {
        Matcher named = NAMED.matcher(text);
        if (named.matches()) {
            return new Contributor(Glyphs.solid(named.group("name")), named.group("role"));
        }
        boolean opens = at + 1 < blocks.size() && blocks.get(at + 1) instanceof Block.Prose;
        return opens && isName(text) ? new Contributor(Glyphs.solid(text), null) : null;
    }

    private static boolean isName(String text) {
        String name = Glyphs.solid(text);
        return name.length() >= 2
                && name.length() <= LONGEST_NAME
                && Glyphs.hanCount(name) == name.length()
                && Surnames.begin(name)
                && !ColumnTitles.isLikely(name);
    }

    /// Ties each such line to its story; comes out: the headings that are none.
    List<Block.Heading> tie(List<Block.Heading> headings) {
        List<Block.Heading> rest = new ArrayList<>(headings);
        for (int at = 1; at < blocks.size(); at++) {
            Story story = headlineAbove(at);
            if (story != null
                    && blocks.get(at) instanceof Block.Heading heading
                    && heading.lines().size() == 1
                    && !story.hasMark(Cue.Byline.class)
                    && !story.isSigned()
                    && rest.contains(heading)) {
                Contributor writer = writer(at, heading.text());
                if (writer != null) {
                    Cue byline = new Cue.Byline(List.of(writer), false);
                    story.marks.add(new Block.Mark(heading.firstLine(), byline));
                    story.bylineConfidence = writer.role() == null ? NAME_ALONE : ROLE;
                    rest.remove(heading);
                }
            }
        }
        return rest;
    }
}
