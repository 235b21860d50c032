package org.broadsheet.ingest.parse;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/// What English newspapers do otherwise than Chinese ones.
final class EnglishText {
    /// `HARROW VALLEY — Where steam engines once`, `HEZHOU, Jan. 14 (Agency) - The city will`.
    private static final Pattern REPORT =
            Pattern.compile(
                    "^[A-Z][A-Z.'-]+(?: [A-Z][A-Z.'-]+){0,3}(?:, [A-Z][\\w. ]{1,20})?(?: \\([\\w ]{2,20}\\))?"
                            + " ?(?:—|–|--|-) ?[A-Z\"“].*");

    /// What newspapers are called, for a pattern.
    static final String PAPERS =
            "advertiser|argus|bulletin|chronicle|courier|daily|dispatch|echo|examiner|express|gazette"
                    + "|globe|guardian|herald|independent|journal|mail|mirror|news|observer|post|press"
                    + "|record|register|sentinel|standard|star|telegraph|times|tribune|weekly";

    private static final int MOST_LINES = 3;
    private static final int LATIN_END = 0x250;

    private EnglishText() {}

    /// Whether a line opens a report by the place it comes from.
    static boolean opensReport(String line) {
        return isCapital(line, 0) && isCapital(line, 1) && REPORT.matcher(line).matches();
    }

    /// Lines that stand between blank lines and break off without a mark, the first with a capital:
    /// running text ends in a full stop, or goes on in the middle of a sentence with a small
    /// letter.
    static BitSet displays(List<Line> lines) {
        BitSet displays = new BitSet();
        int from = 0;
        for (int at = 1; at <= lines.size(); at++) {
            if (at == lines.size() || lines.get(at).blankBefore()) {
                boolean goesOn = at < lines.size() && startsSmall(lines.get(at).text());
                if (at - from <= MOST_LINES && !goesOn && isDisplay(lines.subList(from, at))) {
                    displays.set(from, at);
                }
                from = at;
            }
        }
        return displays;
    }

    /// Whether a line is a whole caption: `Tan shows how a pump lifts a weight. Photo by He Li`.
    static boolean isCaption(Line line) {
        return line.credited() && isCapital(line.text(), 0) && Glyphs.hanCount(line.text()) == 0;
    }

    /// Begins with a small letter, as the middle of a sentence does.
    static boolean startsSmall(String line) {
        int first = Glyphs.first(line);
        return first < LATIN_END && Character.isLowerCase(first) && !line.startsWith("http");
    }

    private static boolean isDisplay(List<Line> lines) {
        String first = lines.getFirst().text();
        return Character.isUpperCase(Glyphs.first(first))
                && first.indexOf(' ') > 0
                && !opensReport(first)
                && lines.stream().allMatch(line -> isDisplay(line.text()));
    }

    private static boolean isDisplay(String line) {
        return Glyphs.first(line) < LATIN_END
                && Glyphs.hanCount(line) == 0
                && !line.contains(". ")
                && ".,;:\"”".indexOf(line.charAt(line.length() - 1)) < 0;
    }

    private static boolean isCapital(String line, int at) {
        return at < line.length() && line.charAt(at) >= 'A' && line.charAt(at) <= 'Z';
    }
}
