package org.broadsheet.ingest.parse;

import java.util.List;
import java.util.regex.Pattern;

/// Which of two display lines, one above the other, is the headline. Type size would tell, but text
/// has none; the wording tells more often than not.
///
/// Each line is weighed by itself for how much it is worded like a companion, kicker (引题) or deck
/// (副题), and how little like a headline: the sum of the signs below, in log-odds, rounded from the
/// pairs of the pages that may be looked at and those of `display-pairs.tsv` in the tests. The
/// difference of the two lines, with a little for the kicker, the commoner of the two, tells. A
/// companion names the occasion (`市长会议召开`, `中乙联赛首轮`), where a reporter went (`探访百年糕饼铺`), who acts
/// where (`潞川市破解招商“三难”记`), or who spoke and attended; a headline asks, comes in two halves, speaks
/// in an image.
final class DisplayPair {
    private static final int SPEAKER = 6;
    private static final double KICKER = 0.7;
    private static final double SAID_BY = 2.5;
    private static final double MUCH_LONGER = 3;

    /// What each character counts by which the second line is longer, up to eight.
    private static final double LONGER = 0.09;

    private static final int LONGEST_MORE = 8;
    private static final double CERTAIN = 9;

    /// In English the second line is a deck.
    private static final double ENGLISH = 1.5;

    /// So much, in log-odds, is sure.
    static final double SURE = 2;

    private static final CharSet DIGITS = new CharSet("0123456789０１２３４５６７８９");

    /// Words that speak for a companion.
    ///
    /// @param signs characters of which the words hold at least one, see Signs
    private record Sign(String signs, Pattern words, double weight) {
        Sign(String signs, String words, double weight) {
            this(signs, Pattern.compile(words), weight);
        }
    }

    /// Where a reporter went: `记者探访睡眠门诊` over `夜里数羊的人`.
    private static final Pattern VISIT =
            Pattern.compile("^(?:(?:本报)?记者(?!走基层|连线)|探访|探訪|走进|走進|走近|寻访)");

    private static final List<Sign> COMPANION =
            List.of(
                    // what happened at which the headline was said
                    new Sign(
                            "开開调調行幕议議出官",
                            "(?:召开|召開|强调|強調|举行|舉行|开幕|開幕|闭幕|閉幕|建议|建議|指出|揭幕|落幕|收官)$",
                            3),
                    // `国家统计局发布数据` over `去年国内生产总值增长5.0%`
                    new Sign("发發召举舉开開启啟", "(?:发布|發佈|召开|召開|举行|舉行|开幕|開幕|启动|啟動).{0,6}$", 1.5),
                    new Sign("记探走寻", VISIT, 2.5),
                    new Sign(
                            "记記实實事闻聞察描查述视視示",
                            "(?:[^日]记|記|纪实|紀實|侧记|側記|纪事|紀事|见闻|見聞|观察|觀察|扫描|掃描|调查|調查|综述|綜述|透视|透視|启示)$",
                            2),
                    // the competition or meeting: `全国女排冠军赛` over `三局连追，芦笛女排挺进四强`
                    new Sign(
                            "赛賽会杯坛节",
                            "(?:联赛|聯賽|冠军赛|冠軍賽|锦标赛|錦標賽|公开赛|大奖赛|运动会|世界杯|亚洲杯|大会|会议|论坛|峰会|博览会|艺术节|文化节)"
                                    + "(?:首轮|第.{1,3}轮|决赛|半决赛|首日)?$",
                            2.5),
                    // `全省以旧换新带动销售额超210亿元` under `“真金白银”换来消费“热辣滚烫”`
                    new Sign(
                            "省县縣旗镇鎮局委厅廳矿礦府市区區院校厂廠部",
                            "[省县縣旗镇鎮局委厅廳矿礦府]|市(?![民场場值面井])|[区區](?!别)|[院校厂廠](?!线|園|园)|部(?!分|署|落)",
                            0.8),
                    // `校园“无手机日”试点一学期之后` over `课间十分钟，操场又热闹了`
                    new Sign("后际際来间时", "(?:之后|之际|之際|背后|以来|期间|前后|二十四小时)$", 1.5),
                    new Sign(
                            "全我今去前上三五十", "^(?:全省|全市|全县|全区|全国|我市|我省|我县|今年|去年|前三季度|上半年|[三五十]年)", 0.8),
                    // `一位“候鸟”医生与一座边境小镇` over `他把根扎在了界碑旁`
                    new Sign("一", "^一[个位名群座]", 0.8),
                    // `赵怀谦讲话 钱致和主持`
                    new Sign(
                            "讲主出参致講",
                            "^\\p{IsHan}{2,3}(?:[ 、]\\p{IsHan}{2,3})*(?:讲话|主持|出席|参加|致辞|講話)"
                                    + "(?:并讲话|并致辞|会议|活动)?(?:$| )",
                            3),
                    new Sign("、", "、", 0.5),
                    new Sign("？！?!", "[？！?!]$", -1.8),
                    // `龙潭紧固件为何“拧”得紧` under `从一粒螺丝到整车配套`
                    new Sign("何怎谁哪该能", "为何|何时|怎样|怎么|谁|哪|该不该|能不能|為何|何時|怎麼", -1.3),
                    new Sign("”」", "[”」]$", -0.5),
                    new Sign("“「", "“[^”]{1,2}”|「[^」]{1,2}」", -0.7),
                    new Sign("“「", "[“「]", -1.5),
                    new Sign("，", "，", -0.8));

    private static final Signs SIGNS = new Signs(COMPANION.stream().map(Sign::signs).toList());

    /// What a deck adds to its headline: figures, what is next, who else says so (`最快2029年通车
    /// 与地铁一票换乘` under `本市将建三条市域铁路`, `总数达到402家 居全省第三位` under `全市去年新增“专精特新”企业71家`).
    private static final List<Sign> DETAIL =
            List.of(
                    new Sign(
                            "已将將最每超均共首年明同总其平累达为主设预未料新出涉近约目另不有此专律记",
                            "^(?:已|将|將|最快|最新|每|超|均|共|首|年内|年內|明年|同比|总|其中|平均|累计|达|为|主要|设|预计|未|料|新增|出动|涉|近|约"
                                    + "|目前|另|不再|有望|此前|专家|律师|记者)",
                            2.6),
                    new Sign(
                            "0123456789一二两三四五六七八九十百千万",
                            "[0-9]|[一二三四五六七八九十百千][余多]?[万亿]|[一两三四五六七八九十百千万]+[余多]?[名个项家条人年届种成元座]",
                            0.9));

    private static final Signs DETAIL_SIGNS = new Signs(DETAIL.stream().map(Sign::signs).toList());

    private DisplayPair() {}

    /// Whether a line says where a reporter went: never a column title, though it may end like one.
    static boolean isVisit(String text) {
        return VISIT.matcher(text).lookingAt();
    }

    /// Whether the second is a deck under the first; else the first is a kicker over the second.
    static boolean isDeck(String first, String second) {
        return deck(first, second) > 0;
    }

    /// Whether a line is surely a companion, however short it is.
    static boolean isSurelyCompanion(String text) {
        return companion(text) >= SURE;
    }

    /// What speaks for the second's being a deck, in log-odds.
    static double deck(String first, String second) {
        if (BrokenHeadings.isDash(Glyphs.first(second))) {
            return CERTAIN;
        }
        if (Glyphs.hanCount(first) + Glyphs.hanCount(second) == 0) {
            return ENGLISH;
        }
        int colon = Math.max(second.indexOf('：'), second.indexOf(':'));
        double saidBy = colon > 0 && colon <= SPEAKER ? SAID_BY : 0;
        boolean whole = BrokenHeadings.isParted(first);
        double longer = !whole && first.length() - second.length() >= MUCH_LONGER ? 1 : 0;
        int more = Math.clamp(second.length() - first.length(), -LONGEST_MORE, LONGEST_MORE);
        return companion(second)
                - companion(first)
                + sum(DETAIL, DETAIL_SIGNS, second)
                + saidBy
                - longer
                + LONGER * more
                - KICKER;
    }

    /// How much it is worded like a kicker or deck and how little like a headline, in log-odds.
    static double companion(String text) {
        double companion = (DIGITS.isIn(text) ? 0.3 : 0) + sum(COMPANION, SIGNS, text);
        if (BrokenHeadings.isParted(text)) {
            companion -= isHalved(text) ? 2 : 1.5;
        }
        return companion;
    }

    private static double sum(List<Sign> list, Signs signs, String text) {
        double sum = 0;
        for (int open = signs.open(text); open != 0; open &= open - 1) {
            Sign sign = list.get(Integer.numberOfTrailingZeros(open));
            sum += sign.words.matcher(text).find() ? sign.weight : 0;
        }
        return sum;
    }

    /// `比学赶超抓项目 凝心聚力谋发展`: two halves of one length.
    private static boolean isHalved(String text) {
        int space = text.indexOf(' ');
        return Math.abs(space - (text.length() - 1 - space)) <= 1;
    }
}
