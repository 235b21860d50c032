package org.broadsheet.ingest.parse;

import java.util.regex.Pattern;

/// Words that standing column titles (栏目) are made of: 先锋观点 (000:20), 党纪学习教育进行时 (000:1), 视点
/// (003:107), 高质量发展看鄂尔多斯 (004:3), in English a word in capitals (LOCAL). Such a line may still be a
/// headline, so this is a doubt, not a verdict.
final class ColumnTitles {
    private static final int LONGEST = 12;
    private static final Pattern WORDS =
            Pattern.compile(
                    "\\p{IsHan}{0,9}(?:进行时|走基层|在行动|大家谈|面对面|访谈|观察|故事|视点|视线|观点|观潮|传真|榜样|风采|专栏"
                            + "|之窗|天地|园地|速递|简讯|论坛|时评|评论|锐评|短评|漫谈|时空|在线|播报|特写|随笔|解读|聚焦|广角|新风|讲堂"
                            + "|進行時|觀察|視點|觀點|傳真|榜樣|專欄|論壇|評論|特寫|隨筆|解讀)"
                            + "|[A-Z]{3,12}|\\p{IsHan}{2,4}[·•]\\p{IsHan}{2,5}|聚焦\\p{IsHan}{2,6}|关注\\p{IsHan}{2,6}|新春走基层|\\p{IsHan}{2,6}看\\p{IsHan}{2,5}");

    private ColumnTitles() {}

    static boolean isLikely(String heading) {
        return heading.length() <= LONGEST && WORDS.matcher(heading).matches();
    }
}
