package org.broadsheet.ingest.parse;

import java.util.List;

/// Joins text printed from top to bottom, one or two characters a line (来 / 源 / ： / 共 …, 000:5-18).
/// Lines go in; comes out how many of them, from a given one on, are one vertical line. Blank lines
/// inside it mean nothing, unless they part two titles of single characters (读 者 来 信, a blank line,
/// 警 方 在 线) or the columns of a headline (圣 玛 尔 塔 全 国 断 电, a blank line, 逾 十 二 万 人 撤 离); so does a
/// repetition (文 苑 文 苑: the title of two pieces). Two single characters are vertical only where
/// nothing else can be meant: behind a closed sentence or at the page's top. Quotes and title marks
/// have forms of their own there (﹁ ﹂ ﹃ ﹄ ︽ ︾), which become the usual ones.
final class VerticalText {
    private static final int FEWEST_LINES = 3;
    private static final int MOST_GLYPHS = 2;
    private static final int LONGEST_TITLE = 8;

    /// So many lines on both sides of a blank one are two columns.
    private static final int COLUMN = 5;

    private static final String UPRIGHT = "︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄︰︱";
    private static final String LYING = "（）｛｝〔〕【】《》〈〉「」『』：—";

    private final List<Line> lines;

    /// Of the run of pieces from each line on: where it ends, how many Chinese characters it has,
    /// how many lines of one character. Counted from the last line up, so that the time stays in
    /// proportion however long a run is.
    private final int[] ends;

    private final int[] han;
    private final int[] single;

    VerticalText(List<Line> lines) {
        this.lines = lines;
        this.ends = new int[lines.size() + 1];
        this.han = new int[lines.size() + 1];
        this.single = new int[lines.size() + 1];
        for (int at = lines.size() - 1; at >= 0; at--) {
            String piece = lines.get(at).text();
            ends[at] = at;
            if (isPiece(piece)) {
                boolean goesOn = ends[at + 1] > at + 1;
                ends[at] = goesOn ? ends[at + 1] : at + 1;
                han[at] = han[at + 1] + Glyphs.hanCount(piece);
                single[at] = single[at + 1] + (piece.length() == 1 ? 1 : 0);
            }
        }
    }

    /// The number of lines from `at` on that form one vertical run; 0 where none begins.
    int length(int at) {
        int length = ends[at] - at;
        if (length < 2) {
            return 0;
        }
        if (han[at] == length && isTitles(lines.subList(at, ends[at]))) {
            return title(lines, at, ends[at]);
        }
        boolean mostlySingle = single[at] * 3 >= length * 2;
        return length >= FEWEST_LINES && han[at] * 3 >= length * 2 && mostlySingle
                ? column(lines, at, length)
                : 0;
    }

    /// The length of the first column of a run of vertical text.
    private static int column(List<Line> lines, int at, int length) {
        for (int i = at + 1; i < at + length; i++) {
            if (lines.get(i).blankBefore()) {
                int next = i + 1;
                while (next < at + length && !lines.get(next).blankBefore()) {
                    next++;
                }
                return i - at >= COLUMN && next - i >= COLUMN ? i - at : length;
            }
        }
        return length;
    }

    /// The text as it would stand in a line.
    ///
    /// @param corners whether the page quotes with 「」; else its double quotes are “”
    static String lying(String text, boolean corners) {
        StringBuilder lying = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int at = UPRIGHT.indexOf(c);
            char usual = at < 0 ? c : LYING.charAt(at);
            lying.append(
                    corners || at < 0 ? usual : usual == '『' ? '“' : usual == '』' ? '”' : usual);
        }
        return lying.toString();
    }

    /// Whether the lines are single characters, parted by blank lines into titles if at all.
    private static boolean isTitles(List<Line> run) {
        int since = 0;
        for (int i = 0; i < run.size(); i++) {
            boolean parts = i > 0 && run.get(i).blankBefore();
            since = parts ? 1 : since + 1;
            boolean lone =
                    run.size() > 1
                            && since == 1
                            && (i + 1 == run.size() || run.get(i + 1).blankBefore());
            if (run.get(i).text().length() != 1 || lone || since > LONGEST_TITLE) {
                return false;
            }
        }
        return true;
    }

    /// The length of the first title of a run of them.
    private static int title(List<Line> lines, int at, int end) {
        int stop = at + 1;
        while (stop < end && !lines.get(stop).blankBefore()) {
            stop++;
        }
        int length = stop - at;
        if (length % 2 == 0 && length >= 4 && isTwice(lines, at, length / 2)) {
            return length / 2;
        }
        boolean closed =
                at == 0 || lines.get(at - 1).endsSentence() || isPiece(lines.get(at - 1).text());
        return length >= FEWEST_LINES || closed ? length : 0;
    }

    private static boolean isTwice(List<Line> lines, int at, int half) {
        for (int i = at; i < at + half; i++) {
            if (!lines.get(i).text().equals(lines.get(i + half).text())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPiece(String text) {
        if (text.length() > MOST_GLYPHS || Glyphs.endsSentence(Glyphs.last(text))) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ':' && c != '-' && Glyphs.width(c) != 2) {
                return false;
            }
        }
        return true;
    }
}
