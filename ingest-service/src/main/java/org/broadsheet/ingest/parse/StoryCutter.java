package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.List;

/// Cuts the blocks of a page, in file order, into the bodies of stories.
///
/// Between two neighbouring pieces of running text a story ends, or it goes on. A byline, dateline,
/// marked-up headline or jump line between them ends it for sure, and so does a signature or source
/// behind the first. Where only headings stand between, they are subheads or the headline of one of
/// the two: a heading built like others nearby is a subhead, two or more headings and a change of
/// column width speak for a new story, and so does a change of subject. Nothing between them and no
/// change: the story goes on. Headings and marks that are not inside a story come out loose.
final class StoryCutter {
    /// @param stories in file order
    /// @param loose headings and marks outside of them, in file order
    record Cut(List<Story> stories, List<Block> loose) {}

    private final List<Block> blocks;
    private final boolean[] captions;
    private final Boundaries boundaries;
    private final List<Story> stories = new ArrayList<>();
    private final List<Block> loose = new ArrayList<>();

    StoryCutter(List<Block> blocks, boolean[] captions, Boundaries boundaries) {
        this.blocks = blocks;
        this.captions = captions;
        this.boundaries = boundaries;
    }

    Cut cut() {
        int previous = -1;
        List<Block> gap = new ArrayList<>();
        for (int at = 0; at < blocks.size(); at++) {
            if (!(blocks.get(at) instanceof Block.Prose prose)) {
                gap.add(blocks.get(at));
                continue;
            }
            if (previous >= 0 && !boundaries.isBetween(previous, at)) {
                goOn(stories.getLast(), gap, prose);
            } else {
                loose.addAll(gap);
                Story story = new Story();
                story.caption = captions[at];
                story.body.add(prose);
                stories.add(story);
            }
            gap.clear();
            previous = at;
        }
        loose.addAll(gap);
        return new Cut(stories, loose);
    }

    private void goOn(Story story, List<Block> gap, Block.Prose prose) {
        boolean between = story.isUnfinished();
        for (Block block : gap) {
            if (block instanceof Block.Heading && !between) {
                story.body.add(block);
            } else {
                loose.add(block);
            }
        }
        story.body.add(prose);
    }
}
