package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.ingest.issue.Contributor;

/// A byline that nothing marks: pages of essays and opinion print the writer's name, often a pen
/// name, on a line of its own under the headline (`一碗腌笃鲜，笃出半个春天` above `闻香`), or behind what the
/// writer is (`特约分析师 茅迪`). Two to four characters could be a label as well, so only the place under
/// the headline of a story that no one else has signed makes it a name.
final class BareByline {
    private static final Pattern NAME =
            Pattern.compile(
                    "(?:(?<role>\\p{IsHan}{2,10}[员師师者家授手人士长友])[\\s\\u3000]+)?"
                            + "(?<name>\\p{IsHan}{2,4}|\\p{IsHan}[\\s\\u3000]+\\p{IsHan})");

    private final List<Block> blocks;
    private final Map<Block, Story> storyOf = new IdentityHashMap<>();

    BareByline(List<Story> stories, List<Block> blocks) {
        this.blocks = blocks;
        for (Story story : stories) {
            if (story.headline != null && !story.caption) {
                storyOf.put(story.headline.heading(), story);
            }
        }
    }

    /// Ties each such line to its story; comes out: the headings that are none.
    List<Block.Heading> tie(List<Block.Heading> headings) {
        List<Block.Heading> rest = new ArrayList<>(headings);
        for (int at = 1; at < blocks.size(); at++) {
            Story story = storyOf.get(blocks.get(at - 1));
            if (story != null
                    && blocks.get(at) instanceof Block.Heading heading
                    && heading.level() == 0
                    && heading.lines().size() == 1
                    && !BrokenHeadings.isVertical(heading)
                    && !ColumnTitles.isLikely(heading.text())
                    && !HeadlineMatcher.isNotice(heading.text())
                    && !story.hasMark(Cue.Byline.class)
                    && !story.isSigned()
                    && rest.contains(heading)) {
                Matcher name = NAME.matcher(heading.text());
                boolean title =
                        at + 1 < blocks.size() && blocks.get(at + 1) instanceof Block.Heading;
                boolean told = name.matches() && (name.group("role") != null || Surnames.begin(name.group("name")));
 if (told && (!title || name.group("role") != null)) {
                    Contributor writer =
                            new Contributor(Glyphs.solid(name.group("name")), name.group("role"));
                    Cue byline = new Cue.Byline(List.of(writer), false);
                    story.marks.add(new Block.Mark(heading.firstLine(), byline));
                    rest.remove(heading);
                }
            }
        }
        return rest;
    }
}
