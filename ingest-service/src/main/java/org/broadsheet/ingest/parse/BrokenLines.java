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
    private static final int SHORTEST_SHADOW = 5;
    private static final int LONGEST_SHADOW = 46;
    private static final String CUT_BEHIND = "本报報新华華社记記通讯訊实實习習";
    private static final String CUT_BEFORE = "报報记記者华華社讯訊员員习習生";
    private static final List<String> ROLES =
            List.of("本报记者", "本報記者", "新华社记者", "新華社記者", "通讯员", "通訊員", "实习生", "實習生");

    private static final List<String> TAKEN = List.of("摄", "攝", "摄影", "攝影");

    /// 攝影 with a bracket behind it or a character of the name before it.
    private static final int LONGEST_CUT_CREDIT = 3;

    private BrokenLines() {}

    static List<Line> join(List<Line> lines, List<Repair> repairs) {
        List<Line> joined = new ArrayList<>(lines.size());
        int at = 0;
        while (at < lines.size()) {
            Line line = lines.get(at);
            if (!joined.isEmpty() && isShadow(joined.getLast(), line)) {
                Line twice = joined.removeLast().joinedWith(line, line.text());
                repairs.add(
                        new Repair("shadow text undone", twice.span(), twice.raw(), twice.text()));
                joined.add(twice);
                at++;
                continue;
            }
            int length = lengthOfBroken(lines, at);
            for (Line next : lines.subList(at + 1, at + length)) {
                String space = OfficeSignature.isOver(line.text(), next.text()) ? " " : "";
                line = line.joinedWith(next, line.text() + space + next.text());
            }
            if (length > 1) {
                repairs.add(new Repair("broken line joined", line.span(), line.raw(), line.text()));
            }
            joined.add(line);
            at += length;
        }
        return joined;
    }

    /// The same words on the next line: the shadow of a headline, read a second time.
    private static boolean isShadow(Line line, Line next) {
        return !next.blankBefore()
                && line.text().length() <= LONGEST_SHADOW
                && line.text().equals(next.text())
                && Glyphs.hanCount(line.text()) >= SHORTEST_SHADOW
                && !line.endsSentence();
    }

    private static int lengthOfBroken(List<Line> lines, int at) {
        Line line = lines.get(at);
        if (at + 1 < lines.size()
                && (isCutAtMark(line, lines.get(at + 1))
                        || isCutRole(line, lines.get(at + 1))
                        || isCutCredit(line, lines.get(at + 1))
                        || OfficeSignature.isOver(line.text(), lines.get(at + 1).text()))) {
            return 2;
        }
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
            if (!byline && !note) {
                return 1;
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

    /// A byline whose last name has one more character on the next line: `本报记者 王玉` / `琢`, or all
    /// but the family name: `◎本报记者 刘悦 通讯员 方` / `建军`.
    private static boolean isCutName(Line line, Line next) {
        int length = next.text().length();
        if (length > 2 || Glyphs.hanCount(next.text()) != length) {
            return false;
        }
        if (length == 1 && Conventions.cueOf(line) instanceof Cue.Byline) {
            return true;
        }
        int space = line.text().lastIndexOf(' ');
        boolean lone = space > 0 && space == line.text().length() - 2;
        return lone
                && Conventions.cueOf(line.withText(line.text() + next.text()))
                        instanceof Cue.Byline;
    }

    /// Some tools end a line before a mark that no typesetter lets begin one: `…就查不到。` / `”犯罪嫌`.
    private static boolean isCutAtMark(Line line, Line next) {
        return next.startsInside()
                && !next.blankBefore()
                && line.text().length() < LONGEST
                && Conventions.cueOf(line) instanceof Cue.Plain;
    }

    /// A role word that the column broke: `…“赶集列车”。 本` / `报记者 石磊 摄`.
    private static boolean isCutRole(Line line, Line next) {
        boolean could =
                !next.blankBefore()
                        && line.text().length() >= 2
                        && CUT_BEFORE.indexOf(Glyphs.first(next.text())) >= 0
                        && CUT_BEHIND.indexOf(Glyphs.last(line.text())) >= 0;
        if (!could) {
            return false;
        }
        for (String role : ROLES) {
            for (int cut = 1; cut < role.length(); cut++) {
                if (next.text().startsWith(role.substring(cut))
                        && line.text().endsWith(role.substring(0, cut))
                        && isCredit(next)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// A photo credit whose last word the column broke off: `工人在绑扎钢筋。 本报记者 薛小禾` / `摄`, with the
    /// bracket behind it (`（賀蘭` / `攝）`) or with the end of the name (`记者宫` / `羽摄`).
    private static boolean isCutCredit(Line line, Line next) {
        if (next.text().length() > LONGEST_CUT_CREDIT
                || next.blankBefore()
                || line.endsSentence()
                || TAKEN.stream().noneMatch(taken -> next.text().contains(taken))) {
            return false;
        }
        int tail = PhotoCredit.tailOf(line.text() + next.text());
        return tail >= 0 && tail < line.text().length();
    }

    private static boolean isCredit(Line line) {
        Cue cue = Conventions.cueOf(line);
        return cue instanceof Cue.PhotoCredit || cue instanceof Cue.Byline;
    }

    private static boolean isOpenNote(String text) {
        int first = Glyphs.first(text);
        return (first == '（' || first == '(')
                && text.indexOf('）') < 0
                && text.indexOf(')') < 0
                && !Sentences.ends(text);
    }
}
