package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Tells lines that stand by themselves (headlines, subheads, column titles) from running text.
///
/// A heading is short, whole (its quotes are paired) and ends in no full stop or comma; what stands
/// before it has come to an end, and what follows it begins something. The last is what a first
/// line of a paragraph that a column end cut off fails: `3个网格、11名专职网格员构筑起精细化治` (000:229) looks like
/// a heading, but the next line fills its column and so goes on in mid-paragraph. The text is
/// walked twice: backwards for what follows a line, forwards for what precedes it.
final class HeadingFinder {
    private static final int LONGEST = 46;
    private static final int LONGEST_UNWRAPPED = 44;
    private static final int MOST_LINES = 4;
    private static final int MOST_PAIRS = 60;
    private static final int LONGEST_WITH_COMMA = 32;
    private static final Pattern TABLE_ROW =
            Pattern.compile("(?:\\S+\\s+){2,}\\S*\\d\\S*|.*\\d\\s+[\\d.%+-]+\\s+[\\d.%+-]+.*");

    private final List<Line> lines;
    private final List<Cue> cues;
    private final Measure measure;
    private final boolean[] candidate;

    HeadingFinder(List<Line> lines, List<Cue> cues, Measure measure) {
        this.lines = lines;
        this.cues = cues;
        this.measure = measure;
        this.candidate = new boolean[lines.size()];
    }

    /// For each line, whether it is a heading.
    boolean[] find() {
        for (int at = lines.size() - 1; at >= 0; at--) {
            candidate[at] = isPlain(at) && hasShape(at) && somethingBeginsAfter(at);
        }
        boolean[] heading = new boolean[lines.size()];
        for (int at = 0; at < lines.size(); at++) {
            heading[at] = candidate[at] && somethingEndedBefore(at, heading);
        }
        addSiblings(heading);
        return heading;
    }

    /// Adds pairs of lines that could be the beginning of a paragraph, but stand between blank
    /// lines and are as long, line for line, as two headings found before: subheads of one article
    /// are built alike (000:195-196 beside 214-215 and 226-227).
    private void addSiblings(boolean[] heading) {
        List<Integer> pairs = new ArrayList<>();
        for (int at = 0; at + 1 < lines.size() && pairs.size() < MOST_PAIRS; at++) {
            if (heading[at] && heading[at + 1] && isPair(at)) {
                pairs.add(at);
            }
        }
        for (int at = 0; at + 1 < lines.size(); at++) {
            if (!heading[at] && isPair(at) && !heading[at + 1]) {
                int alike = 0;
                for (int other : pairs) {
                    alike += isAlike(at, other) && isAlike(at + 1, other + 1) ? 1 : 0;
                }
                boolean ended = at == 0 || lines.get(at - 1).endsSentence();
                if (alike >= 2 && ended) {
                    heading[at] = true;
                    heading[at + 1] = true;
                }
            }
        }
    }

    private boolean isPair(int at) {
        boolean closed = at + 2 >= lines.size() || lines.get(at + 2).blankBefore();
        return lines.get(at).blankBefore()
                && !lines.get(at + 1).blankBefore()
                && closed
                && isPlain(at)
                && isPlain(at + 1)
                && hasShape(at)
                && hasShape(at + 1);
    }

    private boolean isAlike(int at, int other) {
        int difference = lines.get(at).text().length() - lines.get(other).text().length();
        return Math.abs(difference) <= 1;
    }

    private boolean isPlain(int at) {
        return cues.get(at) instanceof Cue.Plain;
    }

    private boolean hasShape(int at) {
        String text = lines.get(at).text();
        if (text.length() > 2 * LONGEST) {
            return false;
        }
        int last = Glyphs.last(text);
        boolean ends =
                last == '。'
                        || last == '…'
                        || last == '⋯'
                        || Glyphs.pauses(last)
                        || Glyphs.opens(last);
        boolean sentences = text.indexOf('。') >= 0 || text.contains(". ");
        int commas = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            letters += Glyphs.isWord(c) && !Character.isDigit(c) ? 1 : 0;
            commas += "，；、,;".indexOf(c) >= 0 ? 1 : 0;
        }
        boolean prose = commas > 2 || (commas > 0 && text.length() > LONGEST_WITH_COMMA);
        return text.length() <= (isLatin(text) ? 2 * LONGEST : LONGEST)
                && letters >= 2
                && !prose
                && Dateline.of(text) == null
                && !lines.get(at).startsInside()
                && !ends
                && !sentences
                && !(isLatin(text) && lines.get(at).endsSentence() && last == '.')
                && isBalanced(at)
                && !isListOrTable(text);
    }

    private static boolean isListOrTable(String text) {
        return text.indexOf(' ') >= 0
                && (ListItem.begins(text) || (hasDigit(text) && TABLE_ROW.matcher(text).matches()));
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private static boolean isLatin(String text) {
        return Glyphs.hanCount(text) * 3 < text.length();
    }

    private boolean isBalanced(int at) {
        String text = lines.get(at).text();
        if (Sentences.isBalanced(text)) {
            return true;
        }
        boolean glued = at + 1 < lines.size() && !lines.get(at + 1).blankBefore();
        return glued && candidate[at + 1] && Sentences.isBalanced(text + lines.get(at + 1).text());
    }

    private boolean somethingBeginsAfter(int at) {
        int next = at + 1;
        if (next >= lines.size() || !isPlain(next) || candidate[next]) {
            return next >= lines.size() || !candidate[next] || !isColumnOfText(at);
        }
        if (lines.get(next).startsInside()) {
            return false;
        }
        if (measure.explicitIndents() && measure.width(next) < 60) {
            return Measure.isIndented(lines.get(next)) && !fillsLine(at, next);
        }
        double column = measure.columnAfter(next);
        if (!lines.get(next).endsSentence()) {
            column = Math.max(column, measure.width(next));
        }
        boolean unwrapped = measure.width(next) > 60 || column > 60;
        if (unwrapped || column == 0) {
            return lines.get(at).text().length() <= LONGEST_UNWRAPPED
                    && (unwrapped || lines.get(next).blankBefore());
        }
        double width = measure.width(at);
        double before = measure.columnBefore(at);
        boolean couldBeText =
                (width > column - 3.6 && width < column + 3)
                        || (before > 0 && Math.abs(width - before) < 1.5);
        if (!lines.get(next).blankBefore()) {
            if (isWholeParagraph(at, next)) {
                return false;
            }
            boolean fresh = startsFresh(at);
            boolean begins =
                    measure.isFirstLine(next, column)
                            || Dateline.of(lines.get(next).text()) != null;
            return begins ? !continuesBlock(at) && (fresh || !couldBeText) : fresh && !couldBeText;
        }
        return !couldBeText || measure.isFirstLine(next, column);
    }

    /// Whether this line and the two candidates below it are as wide as each other, the first
    /// perhaps set in: headings differ, lines of a column do not.
    private boolean isColumnOfText(int at) {
        if (at + 2 >= lines.size() || !candidate[at + 2] || measure.width(at) < 9) {
            return false;
        }
        double second = measure.width(at + 1);
        return Math.abs(second - measure.width(at + 2)) <= 1
                && Math.abs(second - measure.width(at)) <= 2.3;
    }

    /// Whether the two lines are a block of their own that ends a sentence: a short paragraph or
    /// caption on two lines.
    private boolean isWholeParagraph(int at, int next) {
        boolean alone =
                next + 1 == lines.size() || lines.get(next + 1).blankBefore() || !isPlain(next + 1);
        return alone
                && lines.get(next).endsSentence()
                && (at == 0 || lines.get(at).blankBefore() || !isPlain(at - 1))
                && Dateline.of(lines.get(next).text()) == null;
    }

    /// Whether the line, or the short lines it hangs on, stand at the beginning of a block or under
    /// a paragraph's short last line.
    private boolean startsFresh(int at) {
        int first = at;
        while (first > 0
                && at - first < MOST_LINES
                && !lines.get(first).blankBefore()
                && isPlain(first - 1)
                && !lines.get(first - 1).endsSentence()
                && hasShape(first - 1)) {
            first--;
        }
        if (first == 0 || lines.get(first).blankBefore() || !isPlain(first - 1)) {
            return true;
        }
        Line before = lines.get(first - 1);
        double column = measure.columnBefore(first - 1);
        return before.endsSentence() && measure.width(first - 1) < column - 1.5;
    }

    /// Whether an indented line is as wide as the text behind it, so that it is text itself.
    private boolean fillsLine(int at, int next) {
        double column = measure.columnAfter(next);
        return Measure.isIndented(lines.get(at))
                && column > 0
                && Math.abs(measure.width(at) + 2 - column) < 2;
    }

    /// Whether the line hangs on the line above and is as wide as the text there.
    private boolean continuesBlock(int at) {
        double column = measure.columnBefore(at);
        return at > 0
                && !lines.get(at).blankBefore()
                && isPlain(at - 1)
                && Math.abs(measure.width(at) - column) < 2;
    }

    private boolean somethingEndedBefore(int at, boolean[] heading) {
        if (at == 0 || !isPlain(at - 1) || heading[at - 1] || lines.get(at - 1).endsSentence()) {
            return true;
        }
        int end = at;
        while (end + 1 < lines.size() && candidate[end + 1] && !lines.get(end + 1).blankBefore()) {
            end++;
        }
        boolean alone =
                lines.get(at).blankBefore()
                        && (end + 1 == lines.size()
                                || lines.get(end + 1).blankBefore()
                                || !isPlain(end + 1));
        double column = measure.columnBefore(at);
        double width = measure.width(at);
        return alone && column > 0 && (width < column - 4 || width > column + 4);
    }
}
