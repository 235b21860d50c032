package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/// Parts headlines that stand one below the other and were taken for one broken over two lines:
/// `铁轨旁的“油菜花专列”` over `糖画里的童年`, the titles of two pictures. Each is repeated by a story of its own,
/// and hardly by the other's. Where the tool writes the headlines of stories set side by side in a
/// row, this is common.
final class JoinedHeadlines {
    private static final double REPEATED = 0.4;
    private static final double MORE = 0.3;
    private static final int SHORTEST = 4;

    private final List<int[]> stories;
    private final Vocabulary vocabulary;

    JoinedHeadlines(List<Story> stories, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.stories = stories.stream().map(story -> story.pairs(vocabulary)).toList();
    }

    /// For each loose heading that is two, its parts.
    IdentityHashMap<Block, List<Block>> parts(List<Block> loose) {
        IdentityHashMap<Block, List<Block>> parts = new IdentityHashMap<>();
        for (Block block : loose) {
            if (block instanceof Block.Heading heading
                    && heading.level() == 0
                    && heading.lines().size() > 1) {
                int cut = cut(heading.lines());
                if (cut > 0) {
                    parts.put(
                            heading,
                            List.of(
                                    BrokenHeadings.of(heading.lines().subList(0, cut)),
                                    BrokenHeadings.of(
                                            heading.lines().subList(cut, heading.lines().size()))));
                }
            }
        }
        return parts;
    }

    /// The blocks with those that have parts replaced by them.
    static List<Block> replaced(List<Block> blocks, IdentityHashMap<Block, List<Block>> parts) {
        List<Block> replaced = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            replaced.addAll(parts.getOrDefault(block, List.of(block)));
        }
        return replaced;
    }

    private int cut(List<Line> lines) {
        for (int cut = 1; cut < lines.size(); cut++) {
            String above = BrokenHeadings.of(lines.subList(0, cut)).text();
            String below = BrokenHeadings.of(lines.subList(cut, lines.size())).text();
            if (above.length() >= SHORTEST
                    && below.length() >= SHORTEST
                    && Sentences.isBalanced(above)
                    && Sentences.isBalanced(below)
                    && areOfTwoStories(above, below)) {
                return cut;
            }
        }
        return 0;
    }

    private boolean areOfTwoStories(String above, String below) {
        List<int[]> headings = List.of(vocabulary.pairs(above), vocabulary.pairs(below));
        double[] most = new double[2];
        double[] beside = new double[2];
        int[] best = {-1, -1};
        for (int s = 0; s < stories.size(); s++) {
            double[] repeated = vocabulary.coverages(headings, stories.get(s));
            for (int half = 0; half < 2; half++) {
                if (repeated[half] > most[half]) {
                    most[half] = repeated[half];
                    beside[half] = repeated[1 - half];
                    best[half] = s;
                }
            }
        }
        return best[0] != best[1]
                && most[0] >= REPEATED
                && most[1] >= REPEATED
                && most[0] - beside[1] >= MORE
                && most[1] - beside[0] >= MORE;
    }
}
