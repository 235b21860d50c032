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
/// the story has no other. A name without what the person is, is left alone: a column title or the
/// name of a person portrayed looks the same.
final class BareByline {
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?<role>\\p{IsHan}{2,10}[员員师師者家授手人士长長友])[\\s\\u3000]+"
                            + "(?<name>\\p{IsHan}{2,4}|\\p{IsHan}[\\s\\u3000]+\\p{IsHan})");

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
        boolean deck = at > 1 && blocks.get(at - 1) instanceof Block.Heading;
        return story == null && deck ? storyOf.get(blocks.get(at - 2)) : story;
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
                Matcher named = NAMED.matcher(heading.text());
                if (named.matches()) {
                    String name = Glyphs.solid(named.group("name"));
                    Cue byline =
                            new Cue.Byline(
                                    List.of(new Contributor(name, named.group("role"))), false);
                    story.marks.add(new Block.Mark(heading.firstLine(), byline));
                    rest.remove(heading);
                }
            }
        }
        return rest;
    }
}
