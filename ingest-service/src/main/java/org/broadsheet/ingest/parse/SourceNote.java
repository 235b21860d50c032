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
    private static final Pattern BOOK_MARKS = Pattern.compile("^《(?<title>[^《》]+)》$");

    @Override
    public @Nullable Cue recognise(Line line) {
        String text = line.text();
        Matcher alone = ALONE.matcher(text);
        if (text.length() > 40
                || FIRST.indexOf(Glyphs.first(text)) < 0
                || !alone.matches()
                || !Sentences.isBalanced(text)) {
            return null;
        }
        boolean vague = text.startsWith("据") && !text.endsWith("电");
        return vague ? null : new Cue.Source(publication(alone.group("source")));
    }

    private static boolean saysSource(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if ("转轉载載摘来來据".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /// A source note at the end of a paragraph, behind its full stop: where it begins, and whom it
    /// names.
    static @Nullable Tail tailOf(String paragraph) {
        int from = Math.max(0, paragraph.length() - 40);
        if (!saysSource(paragraph, from)) {
            return null;
        }
        Matcher tail = TAIL.matcher(paragraph).region(from, paragraph.length());
        while (tail.find()) {
            String before = Glyphs.strip(paragraph.substring(0, tail.start()));
            boolean bracketed = tail.group().startsWith("（") || tail.group().startsWith("(");
            if (Sentences.ends(before) && (bracketed || !tail.group().startsWith("据"))) {
                return new Tail(tail.start(), publication(tail.group("source")));
            }
        }
        return null;
    }

    /// @param at index of the note in the paragraph
    record Tail(int at, String publication) {}

    private static String publication(String printed) {
        String name = Glyphs.strip(printed);
        Matcher title = BOOK_MARKS.matcher(name);
        return title.matches() ? title.group("title") : name;
    }
}
