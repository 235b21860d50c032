package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.ingest.issue.Repair;

/// Joins a byline or a bracketed note that the column broke: `◎白` / `丹` (003:372-373), `（…本文节选自《鄂尔`
/// / `多斯革命斗争史料》）` (002:189-190). Only lines without a blank between them are tried, and only where
/// the joined words are what neither line is alone.
final class BrokenLines {
    private static final int MOST_LINES = 3;
    private static final int LONGEST = 90;

    private BrokenLines() {}

    static List<Line> join(List<Line> lines, List<Repair> repairs) {
        List<Line> joined = new ArrayList<>(lines.size());
        int at = 0;
        while (at < lines.size()) {
            int length = lengthOfBroken(lines, at);
            Line line = lines.get(at);
            for (Line next : lines.subList(at + 1, at + length)) {
                line = line.joinedWith(next, line.text() + next.text());
            }
            if (length > 1) {
                repairs.add(new Repair("broken line joined", line.span(), line.raw(), line.text()));
            }
            joined.add(line);
            at += length;
        }
        return joined;
    }

    private static int lengthOfBroken(List<Line> lines, int at) {
        Line line = lines.get(at);
        boolean byline = MarkedByline.isUnfinished(line.text());
        boolean note = isOpenNote(line.text());
        String text = line.text();
        for (int i = 1; i < MOST_LINES && at + i < lines.size(); i++) {
            Line next = lines.get(at + i);
            if (next.blankBefore() || text.length() > LONGEST) {
                return 1;
            }
            if (i == 1 && isCutName(line, next)) {
                return 2;
            }
            text += next.text();
            boolean whole =
                    (byline && next.text().length() <= 3)
                            || (note && ClosingSignature.read(text) != null);
            if (whole) {
                return i + 1;
            }
        }
        return 1;
    }

    /// A byline whose last name has one more character on the next line: `本报记者 王玉` / `琢`.
    private static boolean isCutName(Line line, Line next) {
        return next.text().length() == 1
                && Glyphs.isHan(Glyphs.first(next.text()))
                && Conventions.cueOf(line) instanceof Cue.Byline;
    }

    private static boolean isOpenNote(String text) {
        int first = Glyphs.first(text);
        return (first == '（' || first == '(')
                && text.indexOf('）') < 0
                && text.indexOf(')') < 0
                && !Sentences.ends(text);
    }
}
