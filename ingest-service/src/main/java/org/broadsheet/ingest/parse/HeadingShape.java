package org.broadsheet.ingest.parse;

import java.util.List;
import java.util.regex.Pattern;

/// Whether a line could be a heading by what stands in it, and how much it is worded like one:
/// short, without a full stop, quotes and brackets paired, hardly a comma, few of the words that
/// only running text needs. Where it stands is weighed by LineRoles.
final class HeadingShape {
    static final int LONGEST_WITH_COMMA = 32;
    private static final int LONGEST = 46;
    private static final Pattern TABLE_ROW =
            Pattern.compile("(?:\\S+\\s+){2,}\\S*\\d\\S*|.*\\d\\s+[\\d.%+-]+\\s+[\\d.%+-]+.*");
    private static final CharSet COMMAS = new CharSet("，；、,;");
    private static final CharSet PROSE_WORDS = new CharSet("的了着是和就也都而与及把被我他她你们這们著與對对从從在");
    private static final CharSet DIGITS = new CharSet("0123456789");

    private static final Pattern REPORT =
            Pattern.compile(
                    "(?:(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日.{0,6}|\\d{1,2}日.{0,4}|近日|日前|昨日|昨天|今天|连日来|近年来|据悉|据了解|记者.{0,8}了解到|(?:本报)?记者从)，");

    /// Whatever `REPORT` may begin with.
    private static final CharSet REPORTED = new CharSet("0123456789近日昨今连据记本");

    private static final double OPENING = -2;

    private HeadingShape() {}

    static boolean is(List<Line> lines, int at) {
        String text = lines.get(at).text();
        if (text.length() > 2 * LONGEST
                || lines.get(at).startsInside()
                || endsOpen(text)
                || lines.get(at).credited()
                || text.indexOf('。') >= 0
                || text.contains(". ")
                || isProse(text)) {
            return false;
        }
        boolean latin = isLatin(text);
        return text.length() <= (latin ? 2 * LONGEST : LONGEST)
                && hasLetter(text)
                && !(latin && lines.get(at).endsSentence() && text.endsWith("."))
                && isBalanced(lines, at)
                && !isListOrTable(text);
    }

    /// Ends in a mark that no heading ends in.
    private static boolean endsOpen(String text) {
        int last = Glyphs.last(text);
        return last == '。'
                || last == '…'
                || last == '⋯'
                || Glyphs.pauses(last)
                || Glyphs.opens(last);
    }

    private static boolean isProse(String text) {
        int commas = commas(text);
        return commas > 2
                || (commas > 0
                        && text.length() > LONGEST_WITH_COMMA
                        && (text.length() > 2 * LONGEST_WITH_COMMA || !isLatin(text)));
    }

    /// Without those that part the thousands of a figure.
    private static int commas(String text) {
        int commas = COMMAS.count(text);
        for (int at = text.indexOf(',');
                at > 0 && at + 1 < text.length();
                at = text.indexOf(',', at + 1)) {
            boolean figure = DIGITS.has(text.charAt(at - 1)) && DIGITS.has(text.charAt(at + 1));
            commas -= figure ? 1 : 0;
        }
        return commas;
    }

    private static boolean hasLetter(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Glyphs.isWord(text.charAt(at)) && !Character.isDigit(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isListOrTable(String text) {
        return text.indexOf(' ') >= 0
                && (ListItem.begins(text)
                        || (DIGITS.isIn(text) && TABLE_ROW.matcher(text).matches()));
    }

    private static boolean isLatin(String text) {
        return Glyphs.hanCount(text) * 3 < text.length();
    }

    private static boolean isBalanced(List<Line> lines, int at) {
        String text = lines.get(at).text();
        return Sentences.isBalanced(text)
                || (at + 1 < lines.size()
                        && !lines.get(at + 1).blankBefore()
                        && isWholeOver(text, lines.get(at + 1).text()))
                || (at > 0
                        && !lines.get(at).blankBefore()
                        && isWholeOver(lines.get(at - 1).text(), text));
    }

    /// Whether two lines are one heading whose quotes are paired over both.
    private static boolean isWholeOver(String one, String other) {
        return one.length() + other.length() <= LONGEST
                && Sentences.isBalanced(one + other)
                && COMMAS.count(one + other) <= 1
                && (one + other).chars().noneMatch(c -> "；。".indexOf(c) >= 0);
    }

    /// `3月10日零时，怒风峡大桥正式…`, `近日，…`: how reports open.
    private static boolean isOpening(String text) {
        return REPORTED.has(text.charAt(0))
                && text.indexOf('，') > 1
                && REPORT.matcher(text).lookingAt();
    }

    /// What speaks for a heading in its words.
    static double wording(String text) {
        int commas = commas(text);
        int prose = PROSE_WORDS.count(text);
        double score = EnglishText.startsSmall(text) || isOpening(text) ? OPENING : 0;
        score -= commas * 0.7 + Math.max(0, prose - 1) * 0.5;
        if (commas + prose == 0 && text.length() >= 3 && Sentences.isBalanced(text)) {
            score += 0.6;
        }
        return score;
    }

    /// Whether a gap parts it into two halves, as headlines are parted where text has a comma.
    static boolean isInTwo(String text) {
        int gap = Math.max(text.indexOf(' '), text.indexOf('　'));
        return gap >= 4 && gap <= text.length() - 5 && Glyphs.hanCount(text) > 8;
    }
}
