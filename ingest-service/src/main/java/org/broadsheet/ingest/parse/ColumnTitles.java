package org.broadsheet.ingest.parse;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Words that standing column titles (栏目) are made of: 先锋观点 (000:20), 党纪学习教育进行时 (000:1), 视点
/// (003:107), 高质量发展看鄂尔多斯 (004:3), in English a word in capitals (LOCAL). Such a line may still be a
/// headline, so this is a doubt, not a verdict.
final class ColumnTitles {
    private static final int LONGEST = 12;
    private static final String ENDINGS =
            "进行时|走基层|在行动|大家谈|面对面|访谈|观察|故事|视点|视线|观点|观潮|传真|榜样|风采|专栏"
                    + "|之窗|天地|园地|速递|简讯|论坛|时评|评论|锐评|短评|漫谈|时空|在线|播报|特写|随笔|解读|聚焦|广角|新风|讲堂"
                    + "|快讯|短波|简报|速览|速读|数读|信箱|热线|茶座|茶馆|沙龙|夜话|杂谈|杂感|漫话|一线|见闻|镜头|影像|掠影|光影|回眸"
                    + "|说法|门诊|课堂|学堂|讲坛|百科|指南|动态|集锦|大观|纵横|经纬|瞭望|回声|呼声|来信|之声|大家说|新知|微评|快评|微播报|书架|悦读|驿站|家园|地带|窗口"
                    + "|短鏡|快訊|信箱|熱線|社評"
                    + "|進行時|觀察|視點|觀點|傳真|榜樣|專欄|論壇|評論|特寫|隨筆|解讀";
    private static final Pattern WORDS =
            Pattern.compile(
                    "\\p{IsHan}{0,9}(?:"
                            + ENDINGS
                            + ")"
                            + "|[A-Z]{3,12}|\\p{IsHan}{2,4}[·•]\\p{IsHan}{2,5}|聚焦\\p{IsHan}{2,6}|关注\\p{IsHan}{2,6}|新春走基层|\\p{IsHan}{2,6}看\\p{IsHan}{2,5}");

    /// The last letters of the endings.
    private static final CharSet LAST =
            new CharSet(
                    Arrays.stream(ENDINGS.split("\\|", -1))
                            .map(ending -> ending.substring(ending.length() - 1))
                            .collect(Collectors.joining()));

    /// One of which stands in the other forms.
    private static final CharSet SIGNS = new CharSet("ABCDEFGHIJKLMNOPQRSTUVWXYZ·•焦注春看");

    private ColumnTitles() {}

    static boolean isLikely(String heading) {
        return heading.length() <= LONGEST && couldBe(heading) && WORDS.matcher(heading).matches();
    }

    private static boolean couldBe(String heading) {
        return !heading.isEmpty()
                && (LAST.has(heading.charAt(heading.length() - 1)) || SIGNS.isIn(heading));
    }
}
