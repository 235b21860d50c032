package org.broadsheet.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.broadsheet.ingest.issue.Article;
import org.broadsheet.ingest.issue.ArticleKind;
import org.broadsheet.ingest.issue.BodyPart;
import org.broadsheet.ingest.issue.Caption;
import org.broadsheet.ingest.issue.Contributor;
import org.broadsheet.ingest.issue.Diagnostic;
import org.broadsheet.ingest.issue.Found;
import org.broadsheet.ingest.issue.Furniture;
import org.broadsheet.ingest.issue.LineSpan;
import org.broadsheet.ingest.issue.Repair;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageParserTest {
    private final PageParser parser = new PageParser();

    @Test
    void anEmptyPageHasNoArticles() {
        ParsedPage page = parser.parse(new PageText(List.of(), 1));

        assertThat(page.articles()).isEmpty();
    }

    @Test
    void aBylineMarkOpensAnArticle() {
        ParsedPage page = parse("□马会淋\n\n在这片土地上，人们耕耘。\n\n□吕姝沂\n\n近年来，支部工作。");

        assertThat(page.articles())
                .flatExtracting(article -> Objects.requireNonNull(article.byline()).value())
                .extracting(Contributor::name)
                .containsExactly("马会淋", "吕姝沂");
    }

    @Test
    void aHeadlineStandsAfterItsBodyOrAfterTheNext() {
        ParsedPage page =
                parse(
                        """
                        □莎楚拉

                        近年来，东胜区图书馆向读者开放夜读服务，图书馆的
                        灯光照亮了读者的夜晚。

                        □孙慧

                        入冬以来，煤矿工人坚守井下，矿工们用汗水保障全市的
                        供暖用煤。

                        图书馆夜读服务照亮读者夜晚

                        煤矿工人井下保供暖
                        """);

        assertThat(page.articles())
                .extracting(article -> value(article.headline()))
                .containsExactly("图书馆夜读服务照亮读者夜晚", "煤矿工人井下保供暖");
    }

    /// Pieces of a masthead, as a PDF with each piece in a frame of its own gives them.
    @Test
    void namesBetweenThePiecesOfAMastheadAreFurniture() {
        ParsedPage page =
                parse(
                        """
                        04
                        责任编辑：苏荷
                        星期四
                        文教
                        江右商报
                        2026年6月6日

                        □马会淋

                        在这片土地上，人们耕耘。
                        """);

        assertThat(page.furniture()).extracting(Furniture::text).contains("文教", "江右商报");
        assertThat(page.articles()).hasSize(1);
    }

    @Test
    void aTitleThatItsTextDoesNotRepeatStandsOverIt() {
        ParsedPage page =
                parse(
                        """
                        听 雪

                        ■阿蘅

                        夜里忽然静了，静得能听见炉膛里炭火塌落的声音。推开
                        窗，院子已经白了。
                        """);

        assertThat(value(page.articles().getFirst().headline())).isEqualTo("听 雪");
    }

    @Test
    void headlinesOfTwoStoriesInARowAreTwo() {
        ParsedPage page =
                parse(
                        """
                        铁轨旁的油菜花专列
                        糖画里的童年集市

                        □陈明

                        一列动车驶过金灿灿的油菜花田，油菜花专列开到了铁轨旁
                        的小站，游客下车看油菜花。

                        □李明

                        非遗传承人在集市上画糖画，孩子们围着糖画摊，糖画里有
                        几代人的童年。
                        """);

        assertThat(page.articles())
                .extracting(article -> value(article.headline()))
                .containsExactly("铁轨旁的油菜花专列", "糖画里的童年集市");
    }

    @Test
    void aHeadlineBrokenInsideAWordIsOne() {
        ParsedPage page =
                parse(
                        """
                        1月份全市规上工业增

                        加值增长8.7%

                        本报讯（记者 高向阳）记者从市统计局获悉，1月份，全市规
                        模以上工业增加值同比增长8.7%。
                        """);

        assertThat(value(page.articles().getFirst().headline())).isEqualTo("1月份全市规上工业增加值增长8.7%");
    }

    @Test
    void aHeadlineWithAShadowIsSaidOnce() {
        ParsedPage page =
                parse(
                        """
                        断头路，通了！
                        断头路，通了！

                        □陈明

                        通车的消息传来，断头路两头的居民都出了门，这条路断了
                        十四年，终于通了。
                        """);

        assertThat(value(page.articles().getFirst().headline())).isEqualTo("断头路，通了！");
    }

    @Test
    void numberedPlacedAndGivenPicturesHaveCaptions() {
        ParsedPage page =
                parse(
                        """
                        一桥飞架深谷

                        □云中鹤

                        怒风峡大桥正式通车，过去盘山一个小时的路程，缩短为一
                        分十五秒。

                        ①通车当天，身着盛装的村民走上大桥。

                        ②工人在桥塔上焊接索鞍，脚下是云海。

                        巩丽丽（左）和老人的女儿在大桥桥头。

                        石阿婆展示老照片里的大桥。（受访者提供）
                        """);

        assertThat(page.articles())
                .flatExtracting(Article::captions)
                .extracting(Caption::text)
                .containsExactly(
                        "①通车当天，身着盛装的村民走上大桥。",
                        "②工人在桥塔上焊接索鞍，脚下是云海。",
                        "巩丽丽（左）和老人的女儿在大桥桥头。",
                        "石阿婆展示老照片里的大桥。");
    }

    @Test
    void aPictureGoesWithTheStoryWhoseDatelineNamesItsPhotographer() {
        ParsedPage page =
                parse(
                        """
                        赣江十四桥实现主塔封顶

                        本报讯（记者 闻道）1月5日上午，随着最后一方混凝土浇筑完成，赣江十四桥的主塔顺利封顶。

                        封顶后的赣江十四桥主塔。记者 闻道
                        摄
                        """);

        assertThat(page.articles()).hasSize(1);
        Caption caption = page.articles().getFirst().captions().getFirst();
        assertThat(caption.text()).isEqualTo("封顶后的赣江十四桥主塔。");
        assertThat(caption.photographers()).containsExactly("闻道");
    }

    @Test
    void aNameAloneBetweenHeadlineAndTextIsTheWriters() {
        ParsedPage page =
                parse(
                        """
                        父亲的算盘

                        江一苇

                        父亲有一把算盘，十三档，枣木框，牛角珠。夏天的夜里，他把算盘往门板上一放，就像下了一场急雨。
                        """);

        assertThat(Objects.requireNonNull(page.articles().getFirst().byline()).value())
                .extracting(Contributor::name)
                .containsExactly("江一苇");
    }

    @Test
    void aShortSceneAloneIsACaptionWhereTheBylineNamesAPhotographer() {
        String page =
                "夜里数羊的人\n\n%s\n\n晚上九点，睡眠门诊里静了下来，数羊的人躺在床上，盯着天花板，数了一夜的羊。"
                        + "\n\n技师为患者粘贴电极。\n\n很多人觉得失眠无非是心里有事，忍一忍就过去了，数羊的人却越数越清醒。";

        assertThat(parse(page.formatted("本报记者 庄晓蝶/文 王慧/图")).articles())
                .flatExtracting(Article::captions)
                .extracting(caption -> caption.text())
                .containsExactly("技师为患者粘贴电极。");
        assertThat(parse(page.formatted("本报记者 庄晓蝶")).articles())
                .flatExtracting(Article::captions)
                .isEmpty();
        assertThat(parse(page.formatted("本报记者 图雅")).articles())
                .flatExtracting(Article::captions)
                .isEmpty();
    }

    @Test
    void aCreditThatEndsInTheNameOrIsBrokenLeavesTheCaption() {
        ParsedPage page =
                parse(
                        "5月1日，一群大学生在百年老茶馆体验长嘴铜壶掺茶技艺。图/王落酒\n\n"
                                + "3月7日，在百工集市上，非遗传承人用糖稀画出一匹奔马。特约摄影师 骆\n驼祥 摄");

        assertThat(page.articles())
                .flatExtracting(Article::captions)
                .extracting(caption -> caption.text() + caption.photographers())
                .containsExactly(
                        "5月1日，一群大学生在百年老茶馆体验长嘴铜壶掺茶技艺。[王落酒]", "3月7日，在百工集市上，非遗传承人用糖稀画出一匹奔马。[骆驼祥]");
    }

    @Test
    void aHeadlineBelowABrokenCreditIsNoPartOfTheCaption() {
        ParsedPage page =
                parse(
                        """
                        天文台昨晨錄得八點四度，旺角街頭的小食檔熱氣騰騰，檔主說魚蛋銷量較平日多三成。（賀蘭
                        攝）
                        流感殺到 兩幼園停課七日
                        本報記者 張偉
                        【本報訊】衞生防護中心昨日公布，兩間幼稚園爆發流感，即日起停課七日。
                        """);

        assertThat(page.articles())
                .flatExtracting(Article::captions)
                .flatExtracting(caption -> caption.photographers())
                .containsExactly("賀蘭");
        assertThat(page.articles())
                .extracting(article -> value(article.headline()))
                .contains("流感殺到 兩幼園停課七日");
    }

    @Test
    void aWholeCreditLeavesTheWordsAboveItToTheCaption() {
        ParsedPage page = parse("3月7日，游人走在石板老街。夕阳西下\n王明 摄");

        assertThat(page.articles())
                .flatExtracting(Article::captions)
                .extracting(caption -> caption.text() + caption.photographers())
                .containsExactly("3月7日，游人走在石板老街。夕阳西下[王明]");
    }

    @Test
    void aVerticalBylineIsNoHeadline() {
        String byline = String.join("\n", "新华社记者王小明李小红".split(""));

        assertThat(parse(byline + "\n\n大桥昨天通车，两岸居民走上桥面。").articles())
                .extracting(Article::headline)
                .containsExactly((Found<String>) null);
    }

    @Test
    void aMarkedUpHeadingOfWhichTheTextSaysNothingIsLessSure() {
        ParsedPage page = parse("## 老街换新颜\n\n老街换新颜，昨天开街。\n\n## 资讯短平快\n\n本报讯（记者 张伟）今年的小麦收购价上调两分。");

        assertThat(page.articles())
                .extracting(article -> Objects.requireNonNull(article.headline()).confidence())
                .satisfiesExactly(
                        sure -> assertThat(sure).isGreaterThanOrEqualTo(0.9),
                        unsaid -> assertThat(unsaid).isLessThan(0.9));
    }

    @Test
    void aQuestionOverABylineIsAHeadline() {
        ParsedPage page =
                parse(
                        """
                        ■ 闻香

                        砂锅留给了我，我把它端上灶，忽然明白，差的那一口气是
                        守在锅边的那个人。

                        高空落下一只碗，整栋楼赔不赔？

                        ■ 南疆法治报记者 谢道韫

                        去年八月的一天傍晚，一只碗从高空落下，砸在离孩子不足
                        半米的地面上，整栋楼的住户被告上法庭要求赔偿。
                        """);

        assertThat(page.articles())
                .extracting(article -> value(article.headline()))
                .contains("高空落下一只碗，整栋楼赔不赔？");
    }

    @Test
    void anArticleWithoutItsHeadlineHasNone() {
        ParsedPage page = parse("□谢兵良\n\n担当作为，既是干部的职责所在，也是价值所在。");

        assertThat(page.articles()).extracting(Article::headline).containsOnlyNulls();
    }

    @Test
    void aParagraphGoesOnOverAColumnEnd() {
        ParsedPage page = parse("## 标题在这里\n\n产品一致性也更优。硅碳原材\n\n料与现有石墨材料同类同源。\n\n据悉，项目投产。");

        assertThat(page.articles().getFirst().body())
                .extracting(BodyPart::text)
                .containsExactly("产品一致性也更优。硅碳原材料与现有石墨材料同类同源。", "据悉，项目投产。");
    }

    @Test
    void aSignatureAndASourceLeaveTheParagraph() {
        Article article = parse("□耿洪彬\n\n政治修养是终身课题。（转自《学习时报》）").articles().getFirst();

        assertThat(value(article.source())).isEqualTo("学习时报");
        assertThat(article.body()).extracting(BodyPart::text).containsExactly("政治修养是终身课题。");
    }

    @Test
    void aPageOfPhotosHasNoArticles() {
        ParsedPage page = parse("近日，市民在公园里赏花。\n\n郝悦如 摄\n\n近日，工人在车间检修设备。李娜 摄");

        assertThat(page.articles()).extracting(Article::kind).containsOnly(ArticleKind.PHOTO);
        assertThat(page.articles())
                .flatExtracting(Article::captions)
                .flatExtracting(caption -> caption.photographers())
                .containsExactly("郝悦如", "李娜");
    }

    @Test
    void verticalTextIsJoinedAndRecorded() {
        ParsedPage page = parse("来\n源\n：\n先\n\n锋\n网\n\n□马会淋\n\n人们耕耘。");

        assertThat(page.repairs())
                .containsExactly(
                        new Repair(
                                "vertical text joined",
                                new LineSpan(1, 7),
                                "来\n源\n：\n先\n锋\n网",
                                "来源：先锋网"));
    }

    @Test
    void aHeadlineFromTopToBottomInTwoColumnsIsOne() {
        ParsedPage page =
                parse(
                        String.join("\n", "圣玛尔塔全国断电".split(""))
                                + "\n\n"
                                + String.join("\n", "逾﹃十万﹄人撤离".split(""))
                                + "\n\n□ 马会淋\n\n飓风过境，圣玛尔塔全国断电，逾“十万”人撤离。"
                                + "圣玛尔塔政府宣布进入紧急状态。");

        assertThat(page.articles()).hasSize(1);
        assertThat(value(page.articles().getFirst().headline())).isEqualTo("圣玛尔塔全国断电 逾“十万”人撤离");
    }

    @Test
    void aKickerIsPartedFromTheHeadlineBelow() {
        Article article =
                parse(
                                "中乙联赛首轮\n补时绝杀！海狮队主场掀翻卫冕冠军\n\n□ 马会淋\n\n"
                                        + "昨晚，中乙联赛首轮开战，海狮队在主场凭借补时绝杀，以2比1掀翻了卫冕冠军。")
                        .articles()
                        .getFirst();

        assertThat(value(article.headline())).isEqualTo("补时绝杀！海狮队主场掀翻卫冕冠军");
        assertThat(value(article.kicker())).isEqualTo("中乙联赛首轮");
    }

    @Test
    void aColumnALittleNarrowerBeginsAnotherStory() {
        ParsedPage page =
                parse(
                        """
                        本报临江1月20日讯（记者方卫国）省委主题
                        教育工作会议20日在临江召开。会议总结了第一批
                        主题教育取得的成效，对第二批工作作出安排部
                        署。

                        会议要求，要坚持学思用贯通、知信行统一，
                        把理论学习、调查研究、推动发展、检视整改贯通
                        起来，防止形式主义。要把解决群众身边的急难愁
                        盼问题作为重要标尺，让群众看到实实在在的变
                        化。

                        从县城到桃花坪，以前要走三个小时的盘
                        山路，下雨天连拖拉机都上不来。如今柏油路
                        修到了家门口，开车只要四十分钟。

                        村支书覃大勇掰着指头数：路通以后，村
                        里办起十九家农家乐，修了两个停车场，去年
                        接待游客十一万人次，外出打工的年轻人回来
                        了六十多个。在村口开小卖部的田嫂最有感触。
                        """);

        assertThat(page.articles()).hasSize(2);
    }

    @Test
    void englishLinesAreJoinedWithSpaces() {
        ParsedPage page =
                parse("## Docks quiet\n\nThe cranes stood still for\nthe third day in a row.");

        assertThat(page.articles().getFirst().body())
                .extracting(BodyPart::text)
                .containsExactly("The cranes stood still for the third day in a row.");
    }

    @Test
    void frontMatterIsFurnitureAndListItemsAreParagraphs() {
        ParsedPage page = parse("---\ntitle: 一版\n---\n\n## 今日提示\n\n- 晴天\n- 微风\n");

        assertThat(page.furniture()).hasSize(3);
        assertThat(page.articles().getFirst().body())
                .extracting(BodyPart::text)
                .containsExactly("- 晴天", "- 微风");
    }

    @Test
    void aPageOverTheLimitIsParsedInPartsAndSaysSo() {
        String line = "党支部坚持把党的政治建设摆在首位，着力增强党支部。\n";

        ParsedPage page = parse(line.repeat(PageParser.LINES_MAX + 1));

        assertThat(page.diagnostics()).extracting(Diagnostic::code).contains("PAGE_TOO_LONG");
    }

    @Test
    void officeBelowANoticeSignsItAndIsNoKickerOfTheNext() {
        ParsedPage page =
                parse("停电通知\n\n因线路改造施工，3月17日停电。\n国网沧澜供电公司\n\n" + "老街换新颜\n\n本报讯（记者 张伟）老街换新颜，昨天开街。");

        Article notice = page.articles().getFirst();
        assertThat(notice.kind()).isEqualTo(ArticleKind.NOTICE);
        assertThat(Objects.requireNonNull(notice.credit()).value()).isEqualTo("国网沧澜供电公司");
        assertThat(page.articles().getLast().kicker()).isNull();
    }

    @Test
    void whatAPersonIsAndTheNameUnderAHeadlineAreItsByline() {
        Article article =
                parse("## 生猪价格磨底 别急着压栏\n\n特约分析师 茅迪\n\n过去一周，生猪价格磨底，别急着压栏。").articles().getFirst();

        assertThat(Objects.requireNonNull(article.byline()).value())
                .containsExactly(new Contributor("茅迪", "特约分析师"));
    }

    @Test
    void versesAreTextAndEndWithTheirStanza() {
        ParsedPage page =
                parse(
                        "雪落在瓦上的声音\n和落在竹叶上的声音\n是不一样的\n\n炉火将尽的时候\n我听见有人轻轻叩门\n满院子的白\n\n"
                                + "合上这本书，最先留在心里的是气味。");

        Article poem = page.articles().getFirst();
        assertThat(poem.headline()).isNull();
        assertThat(poem.body()).hasSize(3).allMatch(BodyPart.Paragraph.class::isInstance);
    }

    @Test
    void narrowLinesStackedAreOneHeadline() {
        ParsedPage page =
                parse(
                        "昨日傍晚六时许，滨河西路\n发生惊险一幕：一辆白色轿\n车坠河，外卖骑手跳进江里\n救出了车里的一家三口人。\n\n"
                                + "轿车坠河\n外卖骑手\n跳水救出\n一家三口");

        assertThat(value(page.articles().getFirst().headline())).isEqualTo("轿车坠河 外卖骑手 跳水救出 一家三口");
    }

    @Test
    void aJumpLineMayStandBetweenHeadlineAndText() {
        ParsedPage page = parse("一条山路通到底\n（上接第一版）\n原来一天卖不出三十块钱，现在周末一天的流水能有两千多。她打算把隔壁的空房盘下来。\n");

        assertThat(value(page.articles().getFirst().headline())).isEqualTo("一条山路通到底");
    }

    @Test
    void aLineThatNoStoryClaimsIsFurnitureOnlyWhereItLooksLikeAColumnTitle() {
        ParsedPage page =
                parse(
                        """
                        # 图书馆夜读服务照亮读者夜晚

                        近年来，图书馆向读者开放夜读服务，灯光照亮了读者的夜晚。

                        高原上的麦子熟了香飘四方

                        视点
                        """);

        assertThat(page.furniture()).extracting(Furniture::text).containsExactly("视点");
        assertThat(page.unplaced()).containsExactly(new LineSpan(5, 5));
    }

    private ParsedPage parse(String text) {
        return parser.parse(PageText.pagesOf(text).getFirst());
    }

    private static @Nullable String value(@Nullable Found<String> found) {
        return found == null ? null : found.value();
    }
}
