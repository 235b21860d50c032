package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.broadsheet.ingest.issue.Furniture;
import org.broadsheet.ingest.issue.LineSpan;
import org.broadsheet.ingest.issue.Repair;

/// The page put together: stories with all that is tied to them, furniture, and what is left.
///
/// @param stories in file order
record Layout(List<Story> stories, List<Furniture> furniture, List<LineSpan> unplaced) {
    static Layout of(List<Block> blocks, ToDoubleFunction<Line> widths, List<Repair> repairs) {
        boolean[] captions = CaptionFinder.find(blocks);
        Vocabulary vocabulary =
                new Vocabulary(
                        blocks.stream()
                                .filter(Block.Prose.class::isInstance)
                                .map(Block.Prose.class::cast)
                                .toList());
        Boundaries boundaries =
                new Boundaries(blocks, vocabulary, new ColumnWidths(blocks, widths));
        StoryCutter.Cut cut = new StoryCutter(blocks, captions, boundaries).cut();
        List<Story> stories = new ArrayList<>(cut.stories());
        new Untangling(stories, vocabulary, repairs).untangle();
        IdentityHashMap<Block, List<Block>> parts =
                new JoinedHeadlines(stories, vocabulary).parts(cut.loose());
        return new Placing(
                        JoinedHeadlines.replaced(blocks, parts),
                        stories,
                        JoinedHeadlines.replaced(cut.loose(), parts),
                        vocabulary)
                .place();
    }
}
