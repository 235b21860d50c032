package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Ties bylines to stories. A byline stands above its story or below it; which, a house does the
/// same way over a page, so both are tried for the page and the cheaper reading is taken. A byline
/// seldom belongs to a caption, never to nothing, and a story seldom has two: `◎白丹` (003:372),
/// between an unsigned story with its headline and a caption, belongs to the story above.
final class BylineMatcher {
    private static final double OTHER_SIDE = 2;
    private static final double NOT_ADJACENT = 1;
    private static final double CAPTION = 4;
    private static final double SECOND = 3;
    private static final double IMPOSSIBLE = 100;

    private final List<Story> stories;
    private final List<Block> blocks;
    private final IdentityHashMap<Block, Integer> placeOf = new IdentityHashMap<>();

    BylineMatcher(List<Story> stories, List<Block> blocks) {
        this.stories = stories;
        this.blocks = blocks;
        for (int at = 0; at < blocks.size(); at++) {
            placeOf.put(blocks.get(at), at);
        }
    }

    /// Adds each byline to the marks of its story; comes out: those that found none.
    List<Block.Mark> match(List<Block.Mark> bylines) {
        boolean[] above = read(bylines, true);
        boolean[] below = read(bylines, false);
        boolean[] follows =
                cost(bylines, above, true) <= cost(bylines, below, false) ? above : below;
        List<Block.Mark> left = new ArrayList<>();
        for (int i = 0; i < bylines.size(); i++) {
            Story inside = bylines.size() == 1 ? around(bylines.get(i)) : null;
            Story story = inside != null ? inside : neighbour(bylines.get(i), follows[i]);
            if (story == null) {
                left.add(bylines.get(i));
            } else {
                story.marks.add(bylines.get(i));
            }
        }
        return left;
    }

    /// For each byline, whether its story is the next one, by least total cost over the page.
    private boolean[] read(List<Block.Mark> bylines, boolean usuallyAbove) {
        int count = bylines.size();
        double[][] least = new double[count + 1][2];
        boolean[][] from = new boolean[count + 1][2];
        for (int i = 0; i < count; i++) {
            for (int choice = 0; choice < 2; choice++) {
                double own = cost(bylines.get(i), choice == 1, usuallyAbove);
                double best = Double.POSITIVE_INFINITY;
                for (int last = 0; last < 2; last++) {
                    double second = i > 0 ? second(bylines, i, last == 1, choice == 1) : 0;
                    double sum = least[i][last] + own + second;
                    if (sum < best) {
                        best = sum;
                        from[i + 1][choice] = last == 1;
                    }
                }
                least[i + 1][choice] = best;
            }
        }
        boolean[] follows = new boolean[count];
        boolean choice = least[count][1] <= least[count][0];
        for (int i = count - 1; i >= 0; i--) {
            follows[i] = choice;
            choice = from[i + 1][choice ? 1 : 0];
        }
        return follows;
    }

    private double cost(List<Block.Mark> bylines, boolean[] follows, boolean usuallyAbove) {
        double cost = 0;
        for (int i = 0; i < follows.length; i++) {
            cost += cost(bylines.get(i), follows[i], usuallyAbove);
            cost += i > 0 ? second(bylines, i, follows[i - 1], follows[i]) : 0;
        }
        return cost;
    }

    private double cost(Block.Mark byline, boolean follows, boolean usuallyAbove) {
        Story story = neighbour(byline, follows);
        if (story == null) {
            return IMPOSSIBLE;
        }
        double cost = follows == usuallyAbove ? 0 : OTHER_SIDE;
        cost += story.caption ? CAPTION : 0;
        int at = placeOf.getOrDefault(byline, 0) + (follows ? 1 : -1);
        boolean adjacent = at >= 0 && at < blocks.size() && blocks.get(at) instanceof Block.Prose;
        return cost + (adjacent ? 0 : NOT_ADJACENT);
    }

    private double second(List<Block.Mark> bylines, int at, boolean lastFollows, boolean follows) {
        Block.Mark last = bylines.get(at - 1);
        Block.Mark byline = bylines.get(at);
        Story story = neighbour(byline, follows);
        if (story == null || story != neighbour(last, lastFollows)) {
            return 0;
        }
        boolean together = byline.line().first() - last.line().last() <= 2;
        return together ? 0 : SECOND;
    }

    /// The story that goes on around the byline.
    private @Nullable Story around(Block.Mark byline) {
        int line = byline.line().first();
        for (Story story : stories) {
            boolean holds = story.body.stream().anyMatch(b -> b.lastLine().last() < line);
            boolean goesOn = story.body.stream().anyMatch(b -> b.firstLine().first() > line);
            if (holds && goesOn && !story.caption && !story.hasMark(Cue.Byline.class)) {
                return story;
            }
        }
        return null;
    }

    private @Nullable Story neighbour(Block.Mark byline, boolean following) {
        int line = byline.line().first();
        Story nearest = null;
        for (Story story : stories) {
            if (following && story.start() > line) {
                if (nearest == null || story.start() < nearest.start()) {
                    nearest = story;
                }
            } else if (!following && story.end() < line) {
                if (nearest == null || story.end() > nearest.end()) {
                    nearest = story;
                }
            }
        }
        return nearest;
    }
}
