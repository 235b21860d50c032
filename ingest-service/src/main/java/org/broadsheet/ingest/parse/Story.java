package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An article in the making: its body in reading order and what the later steps tie to it. Lives
/// only while one page is parsed.
final class Story {
    /// Lines that a dateline with its reporters may take.
    private static final int OPENING = 3;

    /// Prose and subheads in reading order.
    final List<Block> body = new ArrayList<>();

    /// Loose lines that were tied to it, other than the fields below.
    final List<Block.Mark> marks = new ArrayList<>();

    /// Captions of pictures printed with it.
    final List<Story> pictures = new ArrayList<>();

    /// Whether its text is a caption.
    boolean caption;

    /// Whether it is a caption that the text of one story goes on around.
    boolean inside;

    /// How sure its bylines are its own, see BylineMatcher.
    double bylineConfidence = 0.9;

    @Nullable Tied headline;
    Block.@Nullable Heading kicker;
    Block.@Nullable Heading deck;
    Block.@Nullable Heading column;

    /// A heading tied to the story, and how sure that is.
    record Tied(Block.Heading heading, double confidence, String method) {}

    private int @Nullable [] pairs;
    private int start;
    private int end;

    /// Notes where the body begins and ends, once it is complete.
    void settle() {
        start = body.isEmpty() ? 0 : Integer.MAX_VALUE;
        end = 0;
        for (Block block : body) {
            start = Math.min(start, block.firstLine().first());
            end = Math.max(end, block.lastLine().last());
        }
    }

    /// File line at which its body begins.
    int start() {
        return start;
    }

    /// File line at which its body ends.
    int end() {
        return end;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (Block block : body) {
            for (Line line : block.lines()) {
                text.append(line.text());
            }
        }
        return text.toString();
    }

    /// The pairs of its text, read once it is complete.
    int[] pairs(Vocabulary vocabulary) {
        int[] known = pairs;
        if (known == null) {
            known = vocabulary.pairsOf(body, 0, 1, Integer.MAX_VALUE);
            pairs = known;
        }
        return known;
    }

    /// Whether it is an item of a column of briefs.
    boolean isBrief() {
        return !body.isEmpty()
                && body.getFirst() instanceof Block.Prose first
                && BriefItem.begins(first.text());
    }

    /// The last of its running text, null without any.
    Block.@Nullable Prose lastProse() {
        for (int at = body.size() - 1; at >= 0; at--) {
            if (body.get(at) instanceof Block.Prose prose) {
                return prose;
            }
        }
        return null;
    }

    boolean isUnfinished() {
        Block.Prose last = lastProse();
        return last != null && last.isUnfinished();
    }

    /// Whether its own text names who wrote it: behind 本报讯, or in a signature at the end.
    boolean isSigned() {
        Block.Prose last = lastProse();
        if (hasMark(Cue.Signature.class) || last == null) {
            return last != null;
        }
        Dateline dateline = Dateline.of(Joiner.join(opening()));
        return (dateline != null && !dateline.people().isEmpty())
                || ClosingSignature.tailOf(last.text()) >= 0;
    }

    private List<Line> opening() {
        List<Line> opening = new ArrayList<>();
        for (int at = 0; at < body.size() && opening.size() < OPENING; at++) {
            List<Line> lines = body.get(at).lines();
            opening.addAll(lines.subList(0, Math.min(lines.size(), OPENING - opening.size())));
        }
        return opening;
    }

    boolean hasMark(Class<? extends Cue> kind) {
        return marks.stream().anyMatch(mark -> kind.isInstance(mark.cue()));
    }

    static Comparator<Story> inFileOrder() {
        return Comparator.comparingInt(Story::start);
    }
}
