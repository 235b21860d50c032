package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who gives a notice, and when: `河州市公共交通集团有限公司` / `2026年3月6日`, an office and a date on the last
/// two lines of a 通告. Joined to one line, they are a signature.
final class OfficeSignature implements Recogniser {
    private static final String OFFICE =
            "[\\p{IsHan}（）()]{3,30}(?:公司|集团|委员会|委員會|办公室|指挥部|领导小组|治丧小组|派出所|政府|管理处|服务中心|中心|局|厅|院|处|部|会|队|银行|大学|学校|中学|小学|协会|街道办事处)";
    private static final String DATE =
            "[0-9二〇○零一三四五六七八九]{4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日";
    private static final int LONGEST = 30;
    private static final Pattern OFFICE_LINE = Pattern.compile(OFFICE);
    private static final Pattern DATE_LINE = Pattern.compile(DATE);
    private static final Pattern SIGNED = Pattern.compile(OFFICE + " " + DATE);

    @Override
    public String signs() {
        return "日";
    }

    @Override
    public @Nullable Cue recognise(Line line) {
        return line.text().length() < 50
                        && line.text().endsWith("日")
                        && SIGNED.matcher(line.text()).matches()
                ? new Cue.Signature(List.of(), line.text())
                : null;
    }

    /// The cues with those of offices that sign without a date put in.
    static List<Cue> mark(List<Line> lines, List<Cue> cues) {
        List<Cue> marked = new ArrayList<>(cues);
        for (int at = 1; at < lines.size(); at++) {
            Line line = lines.get(at);
            boolean alone =
                    !line.blankBefore()
                            && lines.get(at - 1).endsSentence()
                            && (at + 1 == lines.size() || lines.get(at + 1).blankBefore());
            if (alone
                    && cues.get(at) instanceof Cue.Plain
                    && line.text().length() <= LONGEST
                    && OFFICE_LINE.matcher(line.text()).matches()) {
                marked.set(at, new Cue.Signature(List.of(), line.text()));
            }
        }
        return marked;
    }

    /// Whether the two lines are the office and the date.
    static boolean isOver(String office, String date) {
        return date.endsWith("日")
                && DATE_LINE.matcher(date).matches()
                && OFFICE_LINE.matcher(office).matches();
    }
}
