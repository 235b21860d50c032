package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The head of a page set in pieces: `04` / `责任编辑：苏荷` / `星期四` / `文教` / `江右商报` / `2026年6月6日`. What
/// the date, the page number and the editor say tells itself; the name of the page and of the paper
/// are words like any others, and show by where they stand: between two such pieces, or directly
/// beside one where they are worded as such names are. Lines go in; comes out their cues with these
/// put in.
final class Masthead {
    /// How far from the page's first or last line.
    private static final int REACH = 14;

    private static final int LONGEST = 8;
    private static final int MOST = 3;
    private static final Pattern NAME =
            Pattern.compile(
                    "(?:要闻|综合|时政|国内|国际|本地|本市|经济|财经|体育|文化|文教|教育|科技|健康|卫生|副刊|理论|评论|广告|专题|专版|社会|民生|法治|天下|生活|旅游"
                            + "|綜合|要聞|國際|經濟|體育|文娛|副刊|社會|專題)"
                            + "|\\p{IsHan}{2,6}(?:新闻|新聞|日报|日報|晚报|晚報|早报|早報|晨报|晨報|商报|商報|时报|時報|时讯|都市报|周报|週報|垦区报|导报)");

    private Masthead() {}

    static List<Cue> mark(List<Line> lines, List<Cue> cues) {
        List<Cue> marked = new ArrayList<>(cues);
        for (int at = 0; at < lines.size(); at++) {
            if (at >= REACH && at < lines.size() - REACH) {
                at = lines.size() - REACH - 1;
            } else if (could(lines, marked, at)) {
                int end = at + 1;
                while (end < lines.size() && could(lines, marked, end)) {
                    end++;
                }
                boolean above = at > 0 && isPageLine(marked.get(at - 1));
                boolean below = end < lines.size() && isPageLine(marked.get(end));
                for (int i = at; i < end; i++) {
                    boolean between = above && below && end - at <= MOST;
                    boolean beside = above || below;
                    if (between || (beside && NAME.matcher(lines.get(i).text()).matches())) {
                        marked.set(i, new Cue.PageLine("page name"));
                    }
                }
                at = end - 1;
            }
        }
        return marked;
    }

    private static boolean could(List<Line> lines, List<Cue> cues, int at) {
        String text = lines.get(at).text();
        return cues.get(at) instanceof Cue.Plain
                && text.length() <= LONGEST
                && Glyphs.hanCount(text) == text.length();
    }

    private static boolean isPageLine(Cue cue) {
        return cue instanceof Cue.PageLine;
    }
}
