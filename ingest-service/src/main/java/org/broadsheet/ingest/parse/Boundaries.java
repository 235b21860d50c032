package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.List;

/// Says whether a story ends between two neighbouring pieces of running text. See StoryCutter for
/// the reasoning; the weights below were tuned on practice pages.
final class Boundaries {
    private static final double USUAL_LIKENESS = 0.07;
    private static final double ONLY = -0.5;
    private static final int CONTEXT = 600;

    /// How many blocks around a gap are looked at.
    private static final int NEAR = 60;

    private final List<Block> blocks;
    private final Vocabulary vocabulary;
    private final ColumnWidths widths;
    private final int headlineLevel;
    private final boolean onlyByline;

    /// The pairs on either side of the gap that is looked at.
    private final int[] before = new int[CONTEXT];

    private final int[] after = new int[CONTEXT];

    Boundaries(List<Block> blocks, Vocabulary vocabulary, ColumnWidths widths) {
        this.blocks = blocks;
        this.vocabulary = vocabulary;
        this.widths = widths;
        this.headlineLevel = headlineLevel(blocks);
        this.onlyByline = blocks.stream().filter(Boundaries::isByline).count() == 1;
    }

    boolean isBetween(int previous, int next) {
        Block.Prose before = (Block.Prose) blocks.get(previous);
        Block.Prose after = (Block.Prose) blocks.get(next);
        List<Block> gap = blocks.subList(previous + 1, next);
        if (isSure(before, gap, after)) {
            return true;
        }
        boolean headings = false;
        boolean signed = false;
        for (Block block : gap) {
            headings |= block instanceof Block.Heading;
            signed |= isByline(block);
        }
        if (before.isUnfinished()) {
            return headings && after.opens();
        }
        if (signed) {
            double evidence = headings ? headingEvidence(previous, next, gap) : 0;
            return evidence + ONLY + subjectChange(previous, next, 1.5) > 0;
        }
        return headings
                ? headingEvidence(previous, next, gap) > 0
                : after.opens() && isPlainBoundary(previous, next);
    }

    private static boolean isByline(Block block) {
        return block instanceof Block.Mark mark && mark.cue() instanceof Cue.Byline;
    }

    private boolean isSure(Block.Prose before, List<Block> gap, Block.Prose after) {
        for (Block block : gap) {
            boolean ends =
                    switch (block) {
                        case Block.Mark mark -> ends(mark.cue(), before);
                        case Block.Heading heading ->
                                heading.level() > 0 && heading.level() <= headlineLevel;
                        case Block.Prose _ -> false;
                    };
            if (ends) {
                return true;
            }
        }
        String text = before.text();
        return SourceNote.tailOf(text) != null
                || ClosingSignature.tailOf(text) >= 0
                || jumpsOn(text)
                || Salutation.is(after.firstLine().text())
                || BriefItem.begins(after.text())
                || (BriefItem.begins(text) && after.opens() && !before.isUnfinished())
                || Dateline.of(after.text()) != null;
    }

    private static boolean jumpsOn(String text) {
        JumpLine.Tail tail = JumpLine.tailOf(text);
        return tail != null && tail.jump().to() != null;
    }

    private boolean ends(Cue cue, Block.Prose before) {
        return switch (cue) {
            case Cue.Byline byline -> !onlyByline && (byline.marked() || !before.isUnfinished());
            case Cue.Signature _, Cue.Jump _ -> true;
            case Cue.Source _ -> !before.isUnfinished();
            case Cue.PhotoCredit _, Cue.Heading _, Cue.PageLine _, Cue.Plain _ -> false;
        };
    }

    private double headingEvidence(int previous, int next, List<Block> gap) {
        List<Block.Heading> headings =
                gap.stream()
                        .filter(Block.Heading.class::isInstance)
                        .map(Block.Heading.class::cast)
                        .toList();
        double evidence = headings.size() > 1 ? 0.9 : -0.3;
        String last = headings.getLast().text();
        if (NumberedHeading.is(last) || (headings.size() == 1 && SectionTitle.is(last))) {
            return -1;
        }
        if (headings.stream().anyMatch(h -> h.text().length() <= 4)) {
            evidence += 0.8;
        }
        if (headings.stream().anyMatch(h -> h.level() > headlineLevel)) {
            evidence -= 3;
        }
        if (headings.stream().anyMatch(h -> hasSibling(h, previous, next))) {
            evidence -= 1.5;
        }
        evidence += 0.8 * widths.change(previous, next);
        if (isSignedRun(previous, next)) {
            evidence += 2;
        }
        return evidence + subjectChange(previous, next, 1.5);
    }

    private boolean isPlainBoundary(int previous, int next) {
        double evidence = -1.3 - 0.5 + 1.9 * widths.change(previous, next);
        return evidence + subjectChange(previous, next, 2.4, -evidence) > 0;
    }

    private double subjectChange(int previous, int next, double most) {
        return subjectChange(previous, next, most, Double.NEGATIVE_INFINITY);
    }

    /// From minus to plus `most`: the same subject or another one; near 0 where there is too little
    /// text to tell.
    ///
    /// @param needed what must be exceeded: where there is too little text for it, nothing is
    ///   compared, which would take long, and 0 comes out
    private double subjectChange(int previous, int next, double most, double needed) {
        int pairsBefore = context(previous, -1, before);
        int pairsAfter = context(next, 1, after);
        double length = Math.min(pairsBefore, pairsAfter);
        double sure = Math.min(1, length / (CONTEXT / 2.0));
        if (most * sure <= needed) {
            return 0;
        }
        double usual = USUAL_LIKENESS * Math.sqrt(Math.min(1, length / CONTEXT));
        double likeness = vocabulary.likeness(before, pairsBefore, after, pairsAfter);
        return Math.max(-most, Math.min(most, (usual - likeness) / usual * 2.5)) * sure;
    }

    /// The pairs of the running text of the same run of blocks, up to a sure end or enough of them.
    /// Comes out: how many there are.
    private int context(int from, int step, int[] context) {
        int size = 0;
        for (int at = from; at >= 0 && at < blocks.size() && size < CONTEXT; at += step) {
            if (!(blocks.get(at) instanceof Block.Prose)) {
                if (blocks.get(at) instanceof Block.Heading heading && heading.level() == 0) {
                    continue;
                }
                break;
            }
            int[] pairs = vocabulary.pairsOf(blocks.get(at));
            int take = Math.min(pairs.length, CONTEXT - size);
            System.arraycopy(pairs, step > 0 ? 0 : pairs.length - take, context, size, take);
            size += take;
        }
        return size;
    }

    /// Whether another heading in the same run of text, up to the next sure end, is built alike.
    private boolean hasSibling(Block.Heading heading, int previous, int next) {
        List<Block.Heading> others = new ArrayList<>();
        for (int i = previous;
                i >= nearest(previous) && !(blocks.get(i) instanceof Block.Mark);
                i--) {
            if (blocks.get(i) instanceof Block.Heading other) {
                others.add(other);
            }
        }
        for (int i = next; i < farthest(next) && !(blocks.get(i) instanceof Block.Mark); i++) {
            if (blocks.get(i) instanceof Block.Heading other) {
                others.add(other);
            }
        }
        return others.stream().anyMatch(other -> Parallel.isAlike(heading, other));
    }

    /// Whether the run of text that both are in has a byline above it and a signature below it: two
    /// writers, two stories.
    private boolean isSignedRun(int previous, int next) {
        int above = previous;
        while (above > nearest(previous) && !endsRun(above)) {
            above--;
        }
        int below = next;
        int end = farthest(next);
        while (below < end && !endsRun(below) && !isSigned(below)) {
            below++;
        }
        return above >= 0
                && isMark(above, Cue.Byline.class)
                && below < end
                && (isSigned(below) || isMark(below, Cue.Signature.class));
    }

    private static int nearest(int at) {
        return Math.max(0, at - NEAR);
    }

    private int farthest(int at) {
        return Math.min(blocks.size(), at + NEAR);
    }

    private boolean endsRun(int at) {
        return blocks.get(at) instanceof Block.Mark
                || (blocks.get(at) instanceof Block.Heading heading && heading.level() > 0);
    }

    private boolean isMark(int at, Class<? extends Cue> kind) {
        return blocks.get(at) instanceof Block.Mark mark && kind.isInstance(mark.cue());
    }

    private boolean isSigned(int at) {
        return blocks.get(at) instanceof Block.Prose prose
                && ClosingSignature.tailOf(prose.text()) >= 0;
    }

    /// The level of markup that headlines have on this page: the highest that occurs twice, or else
    /// the highest.
    private static int headlineLevel(List<Block> blocks) {
        int[] count = new int[7];
        for (Block block : blocks) {
            if (block instanceof Block.Heading heading) {
                count[heading.level()]++;
            }
        }
        int highest = 0;
        for (int level = 6; level >= 1; level--) {
            highest = count[level] > 0 ? level : highest;
        }
        return highest > 0 && count[highest] == 1 && highest < 6 && count[highest + 1] > 1
                ? highest + 1
                : highest;
    }
}
