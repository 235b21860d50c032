package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.List;

/// Cuts a page into blocks: marks, headings, and pieces of running text. Running text is cut at
/// blank lines and wherever a paragraph begins inside a block; whether a piece goes on where the
/// last one stopped is left to the paragraph step, which knows the reading order.
///
/// A printed paragraph begins with a line set in by two cells, so where the extraction dropped the
/// white space that line is two cells narrower than its column, and the line before it, a
/// paragraph's last, ends a sentence and mostly stops short. Blank lines alone prove nothing: they
/// also stand at column ends and before lines that begin with a quote mark (000:111-113), and are
/// missing where an indented line hangs on the block above (000:86-87).
final class Fragments {
    private static final int UNWRAPPED = 60;

    private final List<Line> lines;
    private final List<Cue> cues;
    private final Measure measure;
    private final boolean[] headings;
    private final double blankSays;

    Fragments(List<Line> lines, List<Cue> cues, Measure measure, boolean[] headings) {
        this.lines = lines;
        this.cues = cues;
        this.measure = measure;
        this.headings = headings;
        this.blankSays = blankSays();
    }

    List<Block> cut() {
        List<Block> blocks = new ArrayList<>();
        List<Line> text = new ArrayList<>();
        boolean opens = true;
        for (int at = 0; at < lines.size(); at++) {
            Line line = lines.get(at);
            boolean prose = isProse(at);
            boolean begins = prose && !text.isEmpty() && beginsParagraph(at);
            if (!text.isEmpty() && (!prose || begins || line.blankBefore())) {
                blocks.add(Block.Prose.of(text, opens));
                text = new ArrayList<>();
            }
            if (prose) {
                if (text.isEmpty()) {
                    opens = begins || at == 0 || beginsParagraph(at);
                }
                text.add(line);
            } else if (cues.get(at) instanceof Cue.Heading(int level, String heading)) {
                blocks.add(new Block.Heading(List.of(line), Radicals.fold(heading), level));
            } else if (headings[at]) {
                blocks.add(new Block.Heading(List.of(line), Radicals.fold(line.text()), 0));
            } else {
                blocks.add(new Block.Mark(line, cues.get(at)));
            }
        }
        if (!text.isEmpty()) {
            blocks.add(Block.Prose.of(text, opens));
        }
        return blocks;
    }

    private boolean isProse(int at) {
        return cues.get(at) instanceof Cue.Plain && !headings[at];
    }

    /// Whether the text line begins a printed paragraph, given the line before it in the file.
    private boolean beginsParagraph(int at) {
        Line line = lines.get(at);
        boolean follows = at > 0 && isProse(at - 1);
        if (follows && line.startsInside()) {
            return false;
        }
        if (measure.explicitIndents() && measure.width(at) < UNWRAPPED) {
            return Measure.isIndented(line);
        }
        double column = columnOf(at);
        if (!follows) {
            return at == 0
                    || column == 0
                    || measure.isFirstLine(at, column)
                    || !looksFull(at, column);
        }
        if (ListItem.begins(line.text())) {
            return true;
        }
        Line before = lines.get(at - 1);
        if (!before.endsSentence()) {
            return false;
        }
        if (CaptionFinder.opens(line.text()) || Dateline.of(line.text()) != null) {
            return true;
        }
        if (measure.width(at - 1) > UNWRAPPED || measure.width(at) > UNWRAPPED) {
            return true;
        }
        return evidence(at, column) > 0;
    }

    private double evidence(int at, double column) {
        Line line = lines.get(at);
        double before = measure.columnBefore(at - 1);
        double evidence = -1.0;
        if (before > 0) {
            double stopsShort = before - measure.width(at - 1);
            evidence += between(-0.6, -0.6 + (stopsShort - 0.4) * 1.8, 4.5);
        }
        if (column > 0) {
            evidence += setIn(at, column);
        }
        if (line.blankBefore()) {
            evidence += line.startsWithMark() ? blankSays / 3 : blankSays;
        } else {
            evidence -= blankSays / 2;
        }
        if (Sentences.debt(lines.get(at - 1).text()) > 0) {
            evidence -= 1.2;
        }
        return evidence;
    }

    /// From -1.6 for a line that fills its column to 1.6 for one that is set in by two cells.
    private double setIn(int at, double column) {
        double room = column - measure.width(at);
        return room > 3.3 || line(at).spread()
                ? 0.2
                : between(-1.6, -1.6 + (room - 0.4) * 4.5, 1.6);
    }

    private Line line(int at) {
        return lines.get(at);
    }

    private static double between(double least, double value, double most) {
        return Math.max(least, Math.min(most, value));
    }

    private boolean looksFull(int at, double column) {
        return column > 0 && Math.abs(measure.width(at) - column) < 1.1;
    }

    private double columnOf(int at) {
        double after = measure.columnAfter(at);
        return after > 0 ? after : measure.columnBefore(at);
    }

    /// How much a blank line says about a new paragraph on this page, from 0 to 2: much where it
    /// stands after sure ends and seldom inside sentences, nothing where every line has one.
    private double blankSays() {
        double insideBlank = 1;
        double inside = 6;
        double endBlank = 1.8;
        double end = 2;
        for (int at = 1; at < lines.size(); at++) {
            if (!isProse(at) || !isProse(at - 1)) {
                continue;
            }
            boolean blank = lines.get(at).blankBefore();
            if (!lines.get(at - 1).endsSentence()) {
                inside++;
                insideBlank += blank ? 1 : 0;
            } else if (measure.width(at - 1) < measure.columnBefore(at - 1) - 1.6) {
                end++;
                endBlank += blank ? 1 : 0;
            }
        }
        return Math.max(0, Math.min(2, Math.log((endBlank / end) / (insideBlank / inside))));
    }
}
