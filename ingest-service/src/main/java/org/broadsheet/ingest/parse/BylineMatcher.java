package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Ties bylines to stories, once headlines are tied. A byline stands above its story or below it;
/// which, a house does the same way over a page, so both are tried for the page and the cheaper
/// reading is taken. Where headlines are set in frames of their own, the byline stands under its
/// headline, wherever the story is: that is the third place looked at. A byline seldom belongs to a
/// caption or to a story that names its writers itself (本报讯（记者 …）, a signature), never to nothing,
/// and a story seldom has two: `◎白丹` (003:372), between an unsigned story with its headline and a
/// caption, belongs to the story above.
final class BylineMatcher {
    private static final double OTHER_SIDE = 2;
    private static final double NOT_ADJACENT = 1;
    private static final double CAPTION = 4;
    private static final double SECOND = 3;
    private static final double SIGNED = 3;

    /// Not with the story whose headline stands directly above.
    private static final double NOT_WITH_HEADLINE = 1.5;

    private static final double WITH_HEADLINE = 1;

    private static final double IMPOSSIBLE = 100;

    private static final int MOST_DISPLAY = 3;

    /// How often bylines are with the right story, by the practice and typeset pages: between its
    /// headline and its text, beside its text, elsewhere.
    private static final double SURE = 0.92;

    private static final double BESIDE = 0.7;

    private static final double LIKELY = 0.6;

    private static final int BEFORE = 0;
    private static final int AFTER = 1;
    private static final int HEADLINE = 2;
    private static final int PLACES = 3;

    private final List<Story> stories;
    private final List<Block> blocks;
    private final IdentityHashMap<Block, Integer> placeOf = new IdentityHashMap<>();
    private final IdentityHashMap<Block, Story> storyOf = new IdentityHashMap<>();

    /// Whether each story that was asked for is signed, before any byline is tied.
    private final IdentityHashMap<Story, Boolean> signedStories = new IdentityHashMap<>();

    BylineMatcher(List<Story> stories, List<Block> blocks) {
        this.stories = stories;
        this.blocks = blocks;
        for (int at = 0; at < blocks.size(); at++) {
            placeOf.put(blocks.get(at), at);
        }
        for (Story story : stories) {
            if (story.headline != null) {
                storyOf.put(story.headline.heading(), story);
            }
        }
    }

    /// Adds each byline to the marks of its story; comes out: those that found none.
    List<Block.Mark> match(List<Block.Mark> bylines) {
        List<Candidate[]> candidates = bylines.stream().map(this::candidates).toList();
        for (int i = 0; i < candidates.size(); i++) {
            Candidate headline = candidates.get(i)[HEADLINE];
            if (headline.story != null && isBesideOther(headline.story, i, candidates)) {
                candidates.get(i)[HEADLINE] = new Candidate(headline.story, headline.cost + SECOND);
            }
        }
        Reading cheapest = read(bylines, candidates, AFTER);
        for (int usual : new int[] {BEFORE, HEADLINE}) {
            Reading reading = read(bylines, candidates, usual);
            cheapest = reading.cost < cheapest.cost ? reading : cheapest;
        }
        List<Integer> places = cheapest.places;
        List<Block.Mark> left = new ArrayList<>();
        for (int i = 0; i < bylines.size(); i++) {
            Story inside = bylines.size() == 1 ? around(bylines.get(i)) : null;
            Story story = inside != null ? inside : candidates.get(i)[places.get(i)].story;
            if (story == null) {
                left.add(bylines.get(i));
            } else {
                story.marks.add(bylines.get(i));
                story.bylineConfidence =
                        !isSure(candidates.get(i), places.get(i))
                                ? LIKELY
                                : candidates.get(i)[HEADLINE].story == story ? SURE : BESIDE;
            }
        }
        return left;
    }

    /// Whether the byline stands beside its story and under no other one's headline.
    private static boolean isSure(Candidate[] candidates, int place) {
        Candidate headline = candidates[HEADLINE];
        return candidates[place].cost == 0
                && (headline.story == null || headline.story == candidates[place].story);
    }

    /// A story that a byline may belong to, and what speaks against it wherever bylines stand.
    private record Candidate(@Nullable Story story, double cost) {}

    private record Reading(List<Integer> places, double cost) {}

    private Candidate[] candidates(Block.Mark byline) {
        int at = placeOf.getOrDefault(byline, 0);
        Story headline = headlineAbove(at);
        Candidate[] candidates = new Candidate[PLACES];
        candidates[BEFORE] = candidate(neighbour(byline, false), at - 1);
        candidates[AFTER] = candidate(neighbour(byline, true), at + 1);
        candidates[HEADLINE] =
                new Candidate(headline, headline == null ? IMPOSSIBLE : against(headline));
        return candidates;
    }

    /// The story of the headline in the display lines directly above: a deck may stand between.
    private @Nullable Story headlineAbove(int at) {
        for (int above = at - 1; above >= Math.max(0, at - MOST_DISPLAY); above--) {
            if (!(blocks.get(above) instanceof Block.Heading)) {
                return null;
            }
            Story story = storyOf.get(blocks.get(above));
            if (story != null) {
                return story;
            }
        }
        return null;
    }

    /// Whether another byline stands at the text of the story and under no other headline (001:100
    /// and 233).
    private static boolean isBesideOther(Story story, int byline, List<Candidate[]> candidates) {
        for (int i = 0; i < candidates.size(); i++) {
            for (int place = 0; i != byline && place < HEADLINE; place++) {
                Candidate other = candidates.get(i)[place];
                if (other.story == story && other.cost == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private Candidate candidate(@Nullable Story story, int next) {
        if (story == null) {
            return new Candidate(null, IMPOSSIBLE);
        }
        boolean adjacent =
                next >= 0 && next < blocks.size() && blocks.get(next) instanceof Block.Prose;
        return new Candidate(story, against(story) + (adjacent ? 0 : NOT_ADJACENT));
    }

    private double against(Story story) {
        boolean signed = signedStories.computeIfAbsent(story, Story::isSigned);
        return (story.caption ? CAPTION : 0) + (signed ? SIGNED : 0);
    }

    /// The place of each byline's story, by least total cost over the page.
    private Reading read(List<Block.Mark> bylines, List<Candidate[]> candidates, int usual) {
        int count = bylines.size();
        double[][] least = new double[count + 1][PLACES];
        int[][] from = new int[count + 1][PLACES];
        for (int i = 0; i < count; i++) {
            for (int place = 0; place < PLACES; place++) {
                double best = Double.POSITIVE_INFINITY;
                for (int last = 0; last < PLACES; last++) {
                    double sum = least[i][last];
                    if (i > 0
                            && candidates.get(i)[place].story
                                    == candidates.get(i - 1)[last].story) {
                        sum += second(bylines.get(i - 1), bylines.get(i));
                    }
                    if (sum < best) {
                        best = sum;
                        from[i + 1][place] = last;
                    }
                }
                least[i + 1][place] =
                        best
                                + candidates.get(i)[place].cost
                                + unusual(place, usual, candidates.get(i));
            }
        }
        int place = cheapest(least[count]);
        double cost = least[count][place];
        List<Integer> places = new ArrayList<>();
        for (int i = count - 1; i >= 0; i--) {
            places.addFirst(place);
            place = from[i + 1][place];
        }
        return new Reading(places, cost);
    }

    private static double unusual(int place, int usual, Candidate[] candidates) {
        if (place == usual) {
            return 0;
        }
        if (usual == HEADLINE) {
            return candidates[HEADLINE].story == null
                    ? place == AFTER ? 0 : OTHER_SIDE
                    : NOT_WITH_HEADLINE;
        }
        return place == HEADLINE ? WITH_HEADLINE : OTHER_SIDE;
    }

    private static int cheapest(double[] costs) {
        int cheapest = AFTER;
        for (int place = 0; place < costs.length; place++) {
            cheapest = costs[place] < costs[cheapest] ? place : cheapest;
        }
        return cheapest;
    }

    /// What it costs a story to have both bylines: nothing where they stand together.
    private double second(Block.Mark last, Block.Mark byline) {
        return placeOf.getOrDefault(byline, 0) - placeOf.getOrDefault(last, 0) == 1 ? 0 : SECOND;
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
