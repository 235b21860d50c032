package org.broadsheet.ingest.parse;

import java.util.regex.Pattern;

/// How a letter to the editor opens: `编辑同志：`, `尊敬的编辑：`, `亲爱的读者朋友：`, on a line of its own. It is the
/// letter's first paragraph, and nothing that stands before it belongs to the letter.
final class Salutation {
    private static final Pattern OPENING =
            Pattern.compile(
                    "^(?:编辑(?:同志|部|老师|先生|朋友)?(?:[您你]好)?|編輯(?:先生|部|同志)?|(?:尊敬|敬爱|亲爱|尊敬|親愛)的\\p{IsHan}{1,10})[：:]$");

    private Salutation() {}

    static boolean is(String line) {
        int last = Glyphs.last(line);
        return (last == '：' || last == ':')
                && line.length() <= 16
                && OPENING.matcher(line).matches();
    }
}
