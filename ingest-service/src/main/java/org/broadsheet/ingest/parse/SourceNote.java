package org.broadsheet.ingest.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a piece was first printed: `转自《人民日报》` at the end of the last line (000:184), `（转自《学习时报》）`
/// (001:228), `转自中央纪委国家监委网站` (002:3) and `来源：…` (001:307) on lines of their own; elsewhere 原载, 摘自,
/// 据新华社电.
final class SourceNote implements Recogniser {
    private static final String LEAD = "(?:转自|轉自|转载自|原载于?|原載|摘自|摘编自|选自|来源|來源|稿件来源|图片来源|文章来源|据)";
    private static final Pattern ALONE =
            Pattern.compile(
                    "^[（(【]?"
                            + LEAD
                            + "[:：\\s\\u3000]*(?<source>[^，。；]{2,30}?)(?:电|報道|报道)?[)）】]?$");
    private static final Pattern TAIL =
            Pattern.compile(
                    "[（(]?(?:转自|轉自|转载自|原载于?|原載|摘自|摘编自|来源[:：]|來源[:：]|据)(?<source>[^，。；（）()]{2,30}?)(?:电|報道|报道)?[)）]?$");
    private static final String FIRST = "（(【转轉原摘选來来稿图文据";
    private static final String TAIL_FIRST = "（(转轉原摘来來据";
    private static final CharSet PARTING = new CharSet("，。；！？…⋯!?)）");
    private static final int LONGEST = 40;
    private static final Pattern BOOK_MARKS = Pattern.compile("^《(?<title>[^《》]+)》$");

    @Override
    public String signs() {
        return "转轉原摘选來来稿图文据";
    }

    @Override
    public @Nullable Cue recognise(Line line) {
        String text = line.text();
        if (text.length() > LONGEST || FIRST.indexOf(Glyphs.first(text)) < 0) {
            return null;
        }
        Matcher alone = ALONE.matcher(text);
        if (!alone.matches() || !Sentences.isBalanced(text)) {
            return null;
        }
        boolean vague = text.startsWith("据") && !text.endsWith("电");
        return vague ? null : new Cue.Source(publication(alone.group("source")));
    }

    /// A source note at the end of a paragraph, behind its full stop: where it begins, and whom it
    /// names.
    static @Nullable Tail tailOf(String paragraph) {
        int at = lastClause(paragraph);
        if (at < 0 || TAIL_FIRST.indexOf(paragraph.charAt(at)) < 0) {
            return null;
        }
        Matcher tail = TAIL.matcher(paragraph).region(at, paragraph.length());
        if (!tail.lookingAt() || !Sentences.ends(Glyphs.strip(paragraph.substring(0, at)))) {
            return null;
        }
        boolean bracketed = Glyphs.opens(paragraph.charAt(at));
        return bracketed || paragraph.charAt(at) != '据'
                ? new Tail(at, publication(tail.group("source")))
                : null;
    }

    /// Where the words begin that stand behind the last mark; -1 where all is one clause.
    private static int lastClause(String paragraph) {
        int last = paragraph.length() - 1;
        for (int at = last - 1; at > last - LONGEST && at >= 0; at--) {
            char c = paragraph.charAt(at);
            if (c == '（' || c == '(') {
                return at;
            }
            if (PARTING.has(c)) {
                int from = at + 1;
                while (from < last && isTail(paragraph.charAt(from))) {
                    from++;
                }
                return from;
            }
        }
        return -1;
    }

    private static boolean isTail(char c) {
        return Glyphs.isSpace(c) || Glyphs.closes(c);
    }

    /// @param at index of the note in the paragraph
    record Tail(int at, String publication) {}

    private static String publication(String printed) {
        String name = Glyphs.strip(printed);
        Matcher title = BOOK_MARKS.matcher(name);
        return title.matches() ? title.group("title") : name;
    }
}
