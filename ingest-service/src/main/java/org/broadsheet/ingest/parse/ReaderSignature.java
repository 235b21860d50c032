package org.broadsheet.ingest.parse;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.ingest.issue.Contributor;
import org.jspecify.annotations.Nullable;

/// Who wrote a letter to the editor, on a line of its own below it: `青杨区 周立群`, `读者 张三`, `江北市退休教师
/// 伏明达`. A place, a word for a reader or both, a space, and one name that begins with a family
/// name.
final class ReaderSignature implements Recogniser {
    private static final String READER =
            "(?:读者|讀者|市民|居民|村民|网友|網友|家长|家長|业主|業主|教师|教師|医生|醫生|护士|職工|职工|工人|农民|農民|学生|學生|干部)";
    private static final Pattern SIGNED =
            Pattern.compile(
                    "^(?:一?"
                            + READER
                            + "|\\p{IsHan}{1,8}(?:[省市区區县縣旗镇鎮乡鄉村]|街道|社区|社區|小区|大学|中学|小学|公司)(?:退休)?"
                            + READER
                            + "?)"
                            + "[\\s\\u3000：:]+(?<name>\\p{IsHan}{1,4}|\\p{IsHan}\\s\\p{IsHan})$");
    private static final int LONGEST = 18;

    @Override
    public String signs() {
        return " \u3000：:";
    }

    @Override
    public @Nullable Cue recognise(Line line) {
        if (line.text().length() > LONGEST || !hasGap(line.text())) {
            return null;
        }
        Matcher signed = SIGNED.matcher(line.text());
        if (!signed.matches()) {
            return null;
        }
        String name = Glyphs.solid(signed.group("name"));
        return name.length() >= 2 && name.length() <= 3 && Surnames.begin(name)
                ? new Cue.Signature(List.of(new Contributor(name, null)), line.text())
                : null;
    }

    private static boolean hasGap(String text) {
        return text.indexOf(' ') >= 0
                || text.indexOf('\u3000') >= 0
                || text.indexOf('：') >= 0
                || text.indexOf(':') >= 0;
    }
}
