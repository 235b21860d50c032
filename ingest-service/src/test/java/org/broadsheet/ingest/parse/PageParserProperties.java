package org.broadsheet.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;

/// What holds for any text whatever, newspaper page or not.
class PageParserProperties {
    private static final List<String> SCRAPS =
            List.of(
                    "",
                    " ",
                    "□马会淋",
                    "本报记者 王玉琢 实习生 白帏绮",
                    "## 同心执笔 暖城生辉",
                    "康巴什讯 近日，全区自然资源工作会议在呼和浩特市召开。",
                    "党支部坚持把党的政治建设摆在首位，着力增强党支部",
                    "的政治功能和组织功能，以“碳”路先锋党建品牌为抓手，创建",
                    "论武装走深走实。",
                    "拨 动 道 岔 来 完 成 ，而 如 今 使 用 的 是 电 液 转 辙",
                    "政治骗子套路深政治骗子套路深",
                    "版群群党党",
                    "来",
                    "源",
                    "：",
                    "（张俊涛 褚丽萍）",
                    "（鄂尔多斯市档案史志馆组织供稿 本文节选自《鄂尔",
                    "多斯革命斗争史料》）",
                    "郝悦如 摄",
                    "图为活动现场。高凯 摄",
                    "(上接第一版)",
                    "认领解决社区“微心",
                    "“愿”76件。",
                    "来源：共产党员微信-安徽先锋",
                    "2025年3月12日 星期三 第4版",
                    "■值班主任 刘 悦",
                    "◎白",
                    "丹",
                    "视点",
                    "，唤醒了党员干部",
                    "The harbour was quiet for the third day,",
                    "12 34 56.7 89%",
                    "- 一项",
                    "**小标题**",
                    "![图](a.png)",
                    "---",
                    "⻢⻓⽇",
                    "警",
                    "编辑同志：",
                    "问：来得及吗？",
                    "● 青杨区图书馆新馆昨日开放，馆藏图书42万册",
                    "▲赵家糕饼铺传人赵守成。 苗青 摄",
                    "构建和谐共治新格局",
                    "”犯罪嫌",
                    "河州市公共交通集团有限公司",
                    "2026年3月6日",
                    "【記者王小明／台北報導】行政院",
                    "**【警方在线】**",
                    "\u0000\u2028\uD800");

    private final PageParser parser = new PageParser();
    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @AfterProperty
    void restoreDefaults() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @Property(tries = 400, seed = "20261121")
    void eachLineIsInExactlyOnePlace(@ForAll("pages") PageText page) {
        PageInvariants.eachLineIsInExactlyOnePlace(page, parser.parse(page));
    }

    @Property(tries = 200, seed = "20261121")
    void noCharacterIsInvented(@ForAll("pages") PageText page) {
        PageInvariants.noCharacterIsInvented(page, parser.parse(page));
    }

    @Property(tries = 100, seed = "20261121")
    void parsingTwiceGivesEqualResultsWhateverTheDefaults(@ForAll("pages") PageText page) {
        Locale.setDefault(Locale.ROOT);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        ParsedPage once = parser.parse(page);
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));

        assertThat(new PageParser().parse(page)).isEqualTo(once);
    }

    @Property(tries = 100, seed = "20261121")
    void bodyLinesAreLinesOfTheirArticle(@ForAll("pages") PageText page) {
        PageInvariants.bodyLinesAreLinesOfTheirArticle(page, parser.parse(page));
    }

    @Provide
    Arbitrary<PageText> pages() {
        Arbitrary<String> scraps = Arbitraries.of(SCRAPS);
        Arbitrary<String> wild =
                Arbitraries.strings().ofMaxLength(60).map(PageParserProperties::oneLine);
        Arbitrary<String> han =
                Arbitraries.strings()
                        .withCharRange('一', '龥')
                        .withChars("，。“”《》 \u3000")
                        .ofMaxLength(40);
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(6, scraps),
                        net.jqwik.api.Tuple.of(3, han),
                        net.jqwik.api.Tuple.of(1, wild))
                .list()
                .ofMaxSize(60)
                .map(lines -> new PageText(lines, 1));
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ').replace('\r', ' ').replace('\f', ' ');
    }
}
