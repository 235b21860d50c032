package org.broadsheet.ingest.parse;

import java.util.List;

/// The widths of a page's lines, in cells of one Chinese character, and the width of the text
/// column around each. A line of running text that stops in mid-sentence fills its column, so the
/// columns' widths can be read off such lines. How much room a punctuation mark takes differs: some
/// typesetters squeeze it to half a cell. The share that makes neighbouring full lines most equal
/// is taken for the page.
final class Measure {
    private static final double[] MARK_WIDTHS = {1.0, 0.75, 0.5};
    private static final int NEIGHBOURS = 5;
    private static final int REACH = 12;

    /// A line this much narrower than its column is a paragraph's first line.
    private static final double INDENT = 2.0;

    /// A larger step between two lines is an indent or another column and says no more than this.
    private static final double STEP_MAX = 1.5;

    /// No running text is set in columns narrower than this; such lines are stacked headlines.
    private static final double NARROWEST = 7;

    private static final int MOST_LATIN = 6;
    private static final int MOST_INDENT = 8;

    private final List<Line> lines;
    private final double[] widths;
    private final boolean[] plain;
    private final boolean[] telling;
    private final boolean[] open;
    private final boolean[] reliable;
    private final double[] setIn;
    private final boolean explicitIndents;

    private Measure(List<Line> lines, List<Cue> cues, double[] widths, boolean explicitIndents) {
        this.lines = lines;
        this.widths = widths;
        this.explicitIndents = explicitIndents;
        this.reliable = reliable(lines);
        this.plain = new boolean[lines.size()];
        this.telling = new boolean[lines.size()];
        this.setIn = new double[lines.size()];
        for (int at = 0; at < lines.size(); at++) {
            plain[at] = cues.get(at) instanceof Cue.Plain;
            telling[at] =
                    (reliable[at] || lines.get(at).spread())
                            && !lines.get(at).endsSentence()
                            && widths[at] >= 4;
        }
        this.open = telling.clone();
    }

    /// What `other` knows, to be measured again.
    private Measure(Measure other) {
        this.lines = other.lines;
        this.plain = other.plain;
        this.widths = other.widths;
        this.explicitIndents = other.explicitIndents;
        this.reliable = other.reliable;
        this.telling = other.telling;
        this.open = other.telling.clone();
        this.setIn = new double[lines.size()];
    }

    static Measure of(List<Line> lines, List<Cue> cues) {
        double[] withoutMarks = new double[lines.size()];
        int[] marks = new int[lines.size()];
        for (int at = 0; at < marks.length; at++) {
            String text = lines.get(at).text();
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (Glyphs.squeezes(c)) {
                    marks[at]++;
                } else {
                    withoutMarks[at] += Glyphs.isSpace(c) ? 0.25 : Glyphs.width(c) == 1 ? 0.5 : 1;
                }
            }
        }
        boolean[] inside = insideSentences(lines);
        double[] best = widths(withoutMarks, marks, MARK_WIDTHS[0]);
        double bestSpread = spread(inside, best);
        for (int i = 1; i < MARK_WIDTHS.length; i++) {
            double[] widths = widths(withoutMarks, marks, MARK_WIDTHS[i]);
            double spread = spread(inside, widths);
            if (spread < bestSpread * 0.97) {
                best = widths;
                bestSpread = spread;
            }
        }
        return new Measure(lines, cues, best, hasExplicitIndents(lines, cues));
    }

    /// The same lines measured again once it is known which are text: headings tell nothing of the
    /// column, and the first line of a paragraph is as wide as the column with its indent.
    Measure refined(boolean[] text, boolean[] first) {
        Measure refined = new Measure(this);
        for (int at = 0; at < text.length; at++) {
            refined.open[at] &= text[at];
            refined.setIn[at] = first[at] ? INDENT : 0;
        }
        return refined;
    }

    double width(int at) {
        return widths[at];
    }

    /// Whether the producer kept the two blank cells before a paragraph.
    boolean explicitIndents() {
        return explicitIndents;
    }

    /// For each line the width of the column that the lines after it are set in; 0 where too few of
    /// them tell.
    double[] columnsAfter() {
        return columns(1);
    }

    /// For each line the width of the column that the lines before it are set in; 0 where too few
    /// of them tell.
    double[] columnsBefore() {
        return columns(-1);
    }

    private double[] columns(int step) {
        double[] columns = new double[lines.size()];
        double[] full = new double[NEIGHBOURS];
        for (int at = 0; at < columns.length; at++) {
            double column = column(at, step, false, full);
            columns[at] = column > 0 ? column : column(at, step, true, full);
        }
        return columns;
    }

    /// @param full room for the widths of the lines that tell
    private double column(int at, int step, boolean spreadToo, double[] full) {
        int count = 0;
        int end = step > 0 ? Math.min(lines.size(), at + REACH + 1) : Math.max(-1, at - REACH - 1);
        for (int i = at + step; i != end && count < NEIGHBOURS && plain[i]; i += step) {
            if (open[i] && (reliable[i] || spreadToo)) {
                full[count++] = widths[i] + setIn[i];
            }
        }
        return middle(full, count);
    }

    static boolean isIndented(Line line) {
        return line.raw().startsWith("\u3000")
                || (line.indent() >= 2 && line.indent() <= MOST_INDENT);
    }

    /// Whether the width can be computed: not where letters were spread or many are Latin, which
    /// are of all widths.
    private static boolean isReliable(Line line) {
        int latin = 0;
        String text = line.text();
        for (int i = 0; i < text.length() && latin < MOST_LATIN; i++) {
            char c = text.charAt(i);
            latin += c < 0x250 && Character.isLetter(c) ? 1 : 0;
        }
        return !line.spread() && latin < MOST_LATIN;
    }

    /// For each line, whether its width tells of its column: on a page in Latin letters, so that
    /// all its columns are, every one that was not spread.
    private static boolean[] reliable(List<Line> lines) {
        boolean[] reliable = new boolean[lines.size()];
        int latin = 0;
        for (int at = 0; at < reliable.length; at++) {
            reliable[at] = isReliable(lines.get(at));
            latin += reliable[at] ? 0 : 1;
        }
        if (latin * 2 > lines.size()
                && lines.stream().filter(line -> Glyphs.hanCount(line.text()) > 3).count() * 4
                        < lines.size()) {
            for (int at = 0; at < reliable.length; at++) {
                reliable[at] = !lines.get(at).spread();
            }
        }
        return reliable;
    }

    /// The median of the first few values, which come out in order.
    private static double middle(double[] values, int count) {
        if (count < 2) {
            return 0;
        }
        for (int at = 1; at < count; at++) {
            for (int to = at; to > 0 && values[to - 1] > values[to]; to--) {
                double greater = values[to - 1];
                values[to - 1] = values[to];
                values[to] = greater;
            }
        }
        return values[count / 2] < NARROWEST ? 0 : values[count / 2];
    }

    private static double[] widths(double[] withoutMarks, int[] marks, double markWidth) {
        double[] widths = new double[withoutMarks.length];
        for (int at = 0; at < widths.length; at++) {
            widths[at] = withoutMarks[at] + marks[at] * markWidth;
        }
        return widths;
    }

    /// For each line, whether it and the one above it are in the middle of the same sentence.
    private static boolean[] insideSentences(List<Line> lines) {
        boolean[] inside = new boolean[lines.size()];
        for (int at = 1; at < inside.length; at++) {
            inside[at] =
                    !lines.get(at).blankBefore()
                            && !lines.get(at).endsSentence()
                            && !lines.get(at - 1).endsSentence();
        }
        return inside;
    }

    private static double spread(boolean[] inside, double[] widths) {
        double sum = 0;
        int count = 0;
        for (int at = 1; at < widths.length; at++) {
            double step = Math.abs(widths[at] - widths[at - 1]);
            if (inside[at] && widths[at] > 6 && step < 4) {
                sum += Math.min(STEP_MAX, step);
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static boolean hasExplicitIndents(List<Line> lines, List<Cue> cues) {
        long indented = lines.stream().filter(l -> l.raw().startsWith("\u3000\u3000")).count();
        if (indented >= 3) {
            return true;
        }
        int spaced = 0;
        int inside = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (isIndented(lines.get(i))) {
                spaced++;
                boolean open =
                        i > 0
                                && !lines.get(i).blankBefore()
                                && lines.get(i - 1).indent() <= MOST_INDENT
                                && !lines.get(i - 1).endsSentence()
                                && cues.get(i - 1) instanceof Cue.Plain;
                inside += open ? 1 : 0;
            }
        }
        return spaced >= 4 && spaced * 2 < lines.size() && inside * 3 <= spaced;
    }
}
