package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.ingest.issue.Repair;
import org.jspecify.annotations.Nullable;

/// Puts interleaved stories back in reading order.
///
/// A story that stops in mid-sentence goes on elsewhere. Where a caption or a whole other story
/// stands between, its rest follows as a piece that does not look like a beginning; where two jump
/// stories were set side by side, the rest of the first stands inside the second, which then stops
/// in mid-sentence too and goes on later (004: 57 goes on in 73, 71 in 87). So for each unfinished
/// story every stretch of the next ones is weighed as its rest: how well the seam closes (a quote
/// left open, a sentence left open on either side), and how much more the stretch resembles the
/// unfinished story than the one it stands in. The best is moved if it is good enough.
final class Untangling {
    private static final int STORIES_AHEAD = 3;
    private static final int PIECES_MOST = 80;
    private static final int WEIGHED_MOST = 600;
    private static final double SUBJECT = 14;
    private static final double USUAL = 0.04;
    private static final int CONTEXT = 700;
    private static final double ENOUGH = 1.0;

    private final List<Story> stories;
    private final Vocabulary vocabulary;
    private final List<Repair> repairs;
    private int weighed;

    Untangling(List<Story> stories, Vocabulary vocabulary, List<Repair> repairs) {
        this.stories = stories;
        this.vocabulary = vocabulary;
        this.repairs = repairs;
    }

    void untangle() {
        for (int at = 0; at < stories.size(); at++) {
            Story story = stories.get(at);
            if (story.caption || !story.isUnfinished()) {
                continue;
            }
            int[] own = vocabulary.pairsOf(story.body, story.body.size() - 1, -1, CONTEXT);
            Stretch best = null;
            int last = Math.min(stories.size() - 1, at + STORIES_AHEAD);
            for (int next = at + 1; next <= last; next++) {
                Stretch stretch = bestStretch(story, own, stories.get(next));
                if (stretch != null && (best == null || stretch.score > best.score)) {
                    best = stretch;
                }
            }
            if (best != null && best.score > ENOUGH) {
                move(best, story);
            }
        }
        stories.removeIf(story -> story.body.isEmpty());
        stories.forEach(Story::settle);
    }

    private record Stretch(Story host, int from, int to, double score) {}

    /// @param own the last pairs of the story
    private @Nullable Stretch bestStretch(Story story, int[] own, Story host) {
        int size = host.body.size();
        if (host.caption || size > PIECES_MOST) {
            return null;
        }
        Stretch best = null;
        for (int from = 0; from < size; from++) {
            double seam = seam(story, host, from);
            for (int to = from + 1; seam > -1.5 && to <= size; to++) {
                if (isSeam(host, from, to) && weighed++ < WEIGHED_MOST) {
                    double score = seam + subject(own, host.body, from, to);
                    if (best == null || score > best.score) {
                        best = new Stretch(host, from, to, score);
                    }
                }
            }
        }
        return best;
    }

    /// How well the story goes on at a piece of the host.
    private static double seam(Story story, Story host, int from) {
        if (!(host.body.get(from) instanceof Block.Prose piece)) {
            return -9;
        }
        double seam = piece.opens() ? -1.4 : 0.6;
        if (from > 0) {
            boolean hostStops =
                    host.body.get(from - 1) instanceof Block.Prose before && before.isUnfinished();
            seam += hostStops ? 0.8 : -0.4;
        } else {
            seam -= 0.6;
        }
        int debt = debt(story);
        boolean closes = Sentences.debt(piece.text()) < 0 || isSpuriousQuote(story, piece);
        return seam + (debt > 0 ? closes ? 2 : -1 : 0);
    }

    /// Whether the stretch can end there: the piece behind it takes up what the stretch broke off.
    private static boolean isSeam(Story host, int from, int to) {
        if (to == host.body.size()) {
            return true;
        }
        if (from == 0 || !(host.body.get(to) instanceof Block.Prose)) {
            return false;
        }
        return host.body.get(from - 1) instanceof Block.Prose before
                && before.isUnfinished()
                && !(host.body.get(to - 1) instanceof Block.Prose last && last.isUnfinished());
    }

    private double subject(int[] own, List<Block> body, int from, int to) {
        int[] stretch = vocabulary.pairsOf(body.subList(from, to), 0, 1, CONTEXT);
        if (from == 0 && to == body.size()) {
            return SUBJECT * (vocabulary.likeness(stretch, own) - USUAL);
        }
        int[] before = vocabulary.pairsOf(body, from - 1, -1, CONTEXT);
        int[] after = vocabulary.pairsOf(body, to, 1, CONTEXT);
        double stays =
                Math.max(vocabulary.likeness(stretch, before), vocabulary.likeness(stretch, after));
        double gain = vocabulary.likeness(stretch, own) - stays;
        if (from > 0 && to < body.size()) {
            gain += vocabulary.likeness(after, before) - vocabulary.likeness(after, own);
        }
        return SUBJECT * gain;
    }

    private void move(Stretch stretch, Story story) {
        List<Block> moved = stretch.host.body.subList(stretch.from, stretch.to);
        List<Block> copy = new ArrayList<>(moved);
        moved.clear();
        if (copy.getFirst() instanceof Block.Prose first && isSpuriousQuote(story, first)) {
            copy.set(0, withoutQuote(first));
        }
        story.body.addAll(copy);
    }

    /// `“微心` and, far below, `“愿”76件`: the extraction opened the quote anew (004:57, 73).
    private static boolean isSpuriousQuote(Story story, Block.Prose piece) {
        return debt(story) > 0 && piece.text().startsWith("“") && Sentences.debt(piece.text()) == 0;
    }

    /// What the end of the story leaves open.
    private static int debt(Story story) {
        Block.Prose last = story.lastProse();
        return last == null ? 0 : Sentences.debt(last.text());
    }

    private Block.Prose withoutQuote(Block.Prose piece) {
        Line first = piece.firstLine();
        List<Line> lines = new ArrayList<>(piece.lines());
        Line mended = first.withText(first.text().substring(1));
        lines.set(0, mended);
        repairs.add(new Repair("quote mended", first.span(), first.text(), mended.text()));
        return Block.Prose.of(lines, false);
    }
}
