package org.broadsheet.ingest.parse;

import java.util.regex.Pattern;

/// Which of two display lines, one above the other, is the headline. Type size would tell, but text
/// has none; the wording tells more often than not.
///
/// A deck (副题) below a headline begins with a dash or with who says it (`交警：醉酒后…`), ends like a
/// reportage (`潞川市破解招商“三难”记`), or says plainly, with figures, what the headline says in an image
/// (`“真金白银”换来消费“热辣滚烫”`). A kicker (引题) above a headline names the occasion (`市长会议召开`) or the place;
/// it is the commoner of the two. In English the second line is a deck.
final class DisplayPair {
    private static final int SPEAKER = 6;
    private static final CharSet DIGITS = new CharSet("0123456789０１２３４５６７８９");
    private static final Pattern REPORTAGE =
            Pattern.compile(".*(?:[^日]记|記|纪实|紀實|侧记|側記|纪事|紀事|见闻|見聞|观察|觀察|扫描|掃描)$");
    private static final Pattern OCCASION =
            Pattern.compile(".*(?:发布|發佈|召开|召開|强调|強調|举行|舉行|开幕|開幕|闭幕|閉幕|启动|啟動|建议|建議|指出)(?:.{0,6})$");

    /// Where a reporter went: `记者探访睡眠门诊` over `夜里数羊的人`, `走进大山深处的星空小学`.
    private static final Pattern VISIT = Pattern.compile("(?:本报)?记者|探访|探訪|走进|走進|走近|寻访");

    /// Whoever acts, and where, stands beside the headline, which says what: `全省以旧换新带动销售额超210亿元`
    /// under `“真金白银”换来消费“热辣滚烫”`, `民盟市委会建议` over `让“银龄教师”进得来`.
    private static final Pattern WHO =
            Pattern.compile("[省县縣旗镇鎮局委厅廳矿礦府]|市(?![民场場值面井])|[区區](?!别)|[院校厂廠](?!线|園|园)|部(?!分|署|落)");

    private DisplayPair() {}

    /// Whether the second is a deck under the first; else the first is a kicker over the second.
    static boolean isDeck(String first, String second) {
        int colon = Math.max(second.indexOf('：'), second.indexOf(':'));
        if (BrokenHeadings.isDash(Glyphs.first(second)) || (colon > 0 && colon <= SPEAKER)) {
            return true;
        }
        if (Glyphs.hanCount(first) + Glyphs.hanCount(second) == 0) {
            return true;
        }
        boolean whole = asks(first) || BrokenHeadings.isParted(first);
        if (whole || asks(second) || BrokenHeadings.isParted(second)) {
            return whole;
        }
        if (VISIT.matcher(first).lookingAt()) {
            return false;
        }
        if (REPORTAGE.matcher(second).matches() || OCCASION.matcher(first).matches()) {
            return REPORTAGE.matcher(second).matches();
        }
        boolean who = WHO.matcher(first).find();
        if (who != WHO.matcher(second).find()) {
            return !who;
        }
        boolean image = isImage(first) && !isImage(second);
        return image || (DIGITS.isIn(second) && !DIGITS.isIn(first));
    }

    /// Whether it comes to its point in quotes.
    private static boolean isImage(String text) {
        return "”」".indexOf(Glyphs.last(text)) >= 0;
    }

    private static boolean asks(String text) {
        return "？！?!".indexOf(Glyphs.last(text)) >= 0;
    }
}
