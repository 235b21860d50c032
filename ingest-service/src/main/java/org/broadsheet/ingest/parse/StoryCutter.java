package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts the blocks of a page, in file order, into the bodies of stories.
///
/// Between two neighbouring pieces of running text a story ends, or it goes on. A byline, dateline,
/// marked-up headline or jump line between them ends it for sure, and so does a signature or source
/// behind the first. Where only headings stand between, they are subheads or the headline of one of
/// the two: a heading built like others nearby is a subhead, two or more headings and a change of
/// column width speak for a new story, and so does a change of subject. Nothing between them and no
/// change: the story goes on. Captions stand between without ending anything; one that a story goes
/// on around is a picture inside it. Headings and marks that are not inside a story come out loose.
final class StoryCutter {
    /// @param stories in file order
    /// @param loose headings and marks outside of them, in file order
    record Cut(List<Story> stories, List<Block> loose) {}

    private static final int MOST_OPEN = 4;

    private final List<Block> blocks;
    private final boolean[] captions;
    private final Boundaries boundaries;
    private final List<Story> stories = new ArrayList<>();
    private final List<Block> loose = new ArrayList<>();
    private Story text = new Story();

    StoryCutter(List<Block> blocks, boolean[] captions, Boundaries boundaries) {
        this.blocks = blocks;
        this.captions = captions;
        this.boundaries = boundaries;
    }

    Cut cut() {
        int previous = -1;
        List<Block> gap = new ArrayList<>();
        List<Story> pictures = new ArrayList<>();
        for (int at = 0; at < blocks.size(); at++) {
            if (!(blocks.get(at) instanceof Block.Prose prose)) {
                gap.add(blocks.get(at));
            } else if (captions[at]) {
                addCaption(at, prose, pictures);
            } else {
                Story brief = openBrief(prose);
                if (brief != null) {
                    brief.body.add(prose);
                    loose.addAll(gap);
                    gap.clear();
                    continue;
                }
                if (previous >= 0 && !boundaries.isBetween(previous, at)) {
                    pictures.forEach(picture -> picture.inside = true);
                    goOn(text, gap, prose);
                } else {
                    loose.addAll(gap);
                    text = new Story();
                    text.body.add(prose);
                    stories.add(text);
                }
                gap.clear();
                pictures.clear();
                previous = at;
            }
        }
        loose.addAll(gap);
        stories.forEach(Story::settle);
        stories.sort(Story.inFileOrder());
        return new Cut(stories, loose);
    }

    /// Briefs set side by side come out line by line: `■ …` `■ …`, then the rest of the first, then
    /// of the second. So what does not begin a brief goes to the first one that is still open.
    private @Nullable Story openBrief(Block.Prose prose) {
        if (BriefItem.begins(prose.text())) {
            return null;
        }
        for (int at = Math.max(0, stories.size() - MOST_OPEN); at < stories.size(); at++) {
            Story story = stories.get(at);
            if (story.isBrief() && story != text && story.isUnfinished()) {
                return story;
            }
        }
        return null;
    }

    private void addCaption(int at, Block.Prose prose, List<Story> pictures) {
        boolean goesOn =
                at > 0
                        && captions[at - 1]
                        && !pictures.isEmpty()
                        && !CaptionFinder.isPointed(prose.text())
                        && !CaptionFinder.isNumbered(prose.text())
                        && !CaptionFinder.isWhole(pictures.getLast().text())
                        && PhotoCredit.tailOf(pictures.getLast().text()) < 0;
        if (goesOn) {
            pictures.getLast().body.add(prose);
            return;
        }
        Story picture = new Story();
        picture.caption = true;
        picture.body.add(prose);
        pictures.add(picture);
        stories.add(picture);
    }

    private void goOn(Story story, List<Block> gap, Block.Prose prose) {
        boolean between = story.isUnfinished();
        for (Block block : gap) {
            if (block instanceof Block.Heading heading
                    && !between
                    && !BrokenHeadings.isVertical(heading)) {
                story.body.add(block);
            } else {
                loose.add(block);
            }
        }
        story.body.add(prose);
    }
}
