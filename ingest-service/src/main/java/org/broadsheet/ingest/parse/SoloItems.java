package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Items that stand alone: a caption that nothing but its brevity shows (002:262), and pictures of
/// which only the title is text (a cartoon, 000:359-360).
final class SoloItems {
    private static final int LONGEST_CAPTION = 260;
    private static final int MOST_PARAGRAPHS = 2;
    private static final Pattern OPENING =
            Pattern.compile("^(?:近日|日前|连日来|近期|近年来|\\d{1,2}月\\d{1,2}日|这是|[▲△▼]).*");

    private final List<Story> stories;
    private final List<Block.Heading> headings;

    SoloItems(List<Story> stories, List<Block.Heading> headings) {
        this.stories = stories;
        this.headings = headings;
    }

    /// A short text without headline, byline, dateline or signature is a caption.
    void captions() {
        for (Story story : stories) {
            boolean bare = story.headline == null && story.marks.isEmpty();
            String text = bare ? story.text() : "";
            if (bare
                    && text.length() <= LONGEST_CAPTION
                    && Paragraphs.of(story.body).size() <= MOST_PARAGRAPHS
                    && !story.isUnfinished()
                    && Dateline.of(text) == null
                    && ClosingSignature.tailOf(text) < 0
                    && OPENING.matcher(text).matches()) {
                story.caption = true;
            }
        }
    }

    /// Display lines printed with a shadow, tied to no story, are the title of a picture; the lines
    /// that follow each other closely are one title. Comes out: the headings that are none.
    List<Block.Heading> notices() {
        List<Block.Heading> rest = new ArrayList<>();
        for (Block.Heading heading : headings) {
            Line line = heading.firstLine();
            boolean shadow =
                    !line.spread()
                            && line.first() == line.last()
                            && heading.level() == 0
                            && Glyphs.solid(line.raw()).length()
                                    > Glyphs.solid(line.text()).length();
            if (shadow) {
                Story notice = new Story();
                notice.headline = new Story.Tied(heading, 0.7, "display type with a shadow");
                stories.add(notice);
            } else {
                rest.add(heading);
            }
        }
        return rest;
    }
}
