package org.broadsheet.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.broadsheet.ingest.issue.Contributor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConventionsTest {
    @ParameterizedTest
    @CsvSource({
        "□马会淋, 马会淋",
        "□本报记者 王玉琢 实习生 白帏绮, 王玉琢 白帏绮",
        "□本报记者李杰涛通讯员罗丽平, 李杰涛 罗丽平",
        "◎白丹, 白丹",
        "■ 本报记者　张伟, 张伟",
        "●朱强玉王磊静, 朱强玉 王磊静",
        "本报记者 巴依斯古楞, 巴依斯古楞",
        "新华社记者 王 刚、李明, 王刚 李明",
        "文/图 本报记者 刘 悦, 刘悦",
        "記者 張偉, 張偉",
        "撰文/张伟 摄影/李明, 张伟",
        "晚报记者 张伟/文 李明/摄, 张伟",
        "河州晚报·全媒体记者 张伟, 张伟",
        "记者 张伟 实习生 李明 报道, 张伟 李明",
        "記者王小明／台北報導, 王小明",
        "**◎本报记者 刘悦 通讯员 方建军**, 刘悦 方建军",
        "图/文 本报记者云中鹤, 云中鹤",
        "■本报记者蓼子洲报道, 蓼子洲",
        "文：鍾無艷　圖：受訪者提供, 鍾無艷",
        "记者/李明 编辑/王红, 李明",
        "■李明（河州）, 李明",
        "□李明 (市委党校教授), 李明",
        "实习生 李明, 李明",
        "特约分析师 茅迪, 茅迪",
        "江海周末记者 望舒 文/摄, 望舒",
        "By John Smith, John Smith",
        "Story by XU YANG, XU YANG",
    })
    void aBylineNamesItsPeople(String line, String names) {
        Cue cue = cueOf(line);

        assertThat(cue).isInstanceOf(Cue.Byline.class);
        assertThat(((Cue.Byline) cue).people())
                .extracting(Contributor::name)
                .isEqualTo(line.contains("y ") ? List.of(names) : List.of(names.split(" ")));
    }

    @Test
    void aRoleHoldsUntilTheNext() {
        Cue.Byline byline = (Cue.Byline) cueOf("□本报记者 王玉琢 实习生 白帏绮");

        assertThat(byline.people())
                .containsExactly(new Contributor("王玉琢", "本报记者"), new Contributor("白帏绮", "实习生"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "工人吴浩自豪地向记者介绍着公司在党组织",
                "记者走基层",
                "记者连线",
                "本报记者走访",
                "同心执笔 暖城生辉",
                "本报讯（记者 高玉伟）担当作为，既是干部",
                "● 春运首日，铁路发送旅客一百万人次",
                "通过校园传承、文体活",
            })
    void proseAndHeadingsAreNoByline(String line) {
        assertThat(cueOf(line)).isNotInstanceOf(Cue.Byline.class);
    }

    @ParameterizedTest
    @CsvSource({
        "桑斯尔 阿拉腾苏和 摄, 桑斯尔 阿拉腾苏和",
        "张芳摄, 张芳",
        "本报记者 王军 摄, 王军",
        "摄影/李娜, 李娜",
        "新华社发（陈明 摄）, 陈明",
        "特约摄影师 骆驼祥 摄, 骆驼祥",
        "圖／王小明, 王小明",
    })
    void aPhotoCreditNamesThePhotographers(String line, String names) {
        assertThat(cueOf(line)).isEqualTo(new Cue.PhotoCredit(List.of(names.split(" "))));
    }

    @ParameterizedTest
    @CsvSource({
        "(上接第一版), 1,",
        "（下转第四版）,, 4",
        "紧接A02版, 2,",
        "（上接第十二版）, 12,",
    })
    void aJumpLineNamesThePage(String line, Integer from, Integer to) {
        assertThat(cueOf(line)).isEqualTo(new Cue.Jump(from, to));
    }

    @ParameterizedTest
    @CsvSource({
        "转自中央纪委国家监委网站, 中央纪委国家监委网站",
        "（转自《学习时报》）, 学习时报",
        "来源：共产党员微信-安徽先锋, 共产党员微信-安徽先锋",
    })
    void aSourceLineNamesThePublication(String line, String publication) {
        assertThat(cueOf(line)).isEqualTo(new Cue.Source(publication));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "■值班主任 刘 悦",
                "责任编辑：王芳 校对：刘洋 电话：0477-8123456",
                "2025年3月12日 星期三",
                "2025年6月7日 星期六 责编：张伟 版式：李娜",
                "2025年6月7日星期六 要闻 03",
                "第三版",
                "04 要闻",
                "周刊",
                "党群版",
                "---",
                "![图](a.png)",
            })
    void linesOfThePageAreFurniture(String line) {
        assertThat(cueOf(line)).isInstanceOf(Cue.PageLine.class);
    }

    @ParameterizedTest
    @CsvSource({
        "康巴什讯 近日，全区自然资源工作会议召开。, 康巴什",
        "本报北京6月7日电 近日，会议召开。, 北京",
        "新华社北京6月7日电（记者王明）近日。, 北京",
        "据新华社巴黎3月2日电 当地时间。, 巴黎",
        "本报讯（记者 王明）近日。,",
        "本报海湾5月3日专电 0比2落后。, 海湾",
        "县融媒中心讯（通讯员 王明）近日。,",
    })
    void aDatelineNamesThePlace(String paragraph, String place) {
        Dateline dateline = Dateline.of(paragraph);

        assertThat(dateline).isNotNull();
        assertThat(dateline.place()).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"通讯员们来到现场", "据了解，为赓续红色血脉", "近日，市民在公园里赏花游玩"})
    void proseHasNoDateline(String paragraph) {
        assertThat(Dateline.of(paragraph)).isNull();
    }

    @Test
    void spreadLettersAreClosedUpAndNamesAreNot() {
        assertThat(LetterSpacing.closeUp("拨 动 道 岔 来 完 成 ，而 如 今 使 用 的 是"))
                .isEqualTo("拨动道岔来完成，而如今使用的是");
        assertThat(LetterSpacing.closeUp("结对连心 夯实组织基础")).isEqualTo("结对连心 夯实组织基础");
        assertThat(LetterSpacing.closeUp("■值班主任 刘 悦")).isEqualTo("■值班主任 刘 悦");
    }

    @Test
    void shadowTextIsPrintedOnce() {
        assertThat(ShadowText.undo("政治骗子套路深政治骗子套路深")).isEqualTo("政治骗子套路深");
        assertThat(ShadowText.undo("版群群党党")).isEqualTo("党群版");
        assertThat(ShadowText.undo("哈哈大笑")).isEqualTo("哈哈大笑");
    }

    @ParameterizedTest
    @CsvSource({
        "以旧换新带动消费“热辣滚烫”, 全省销售额超210亿元, true",
        "民盟市委会建议, 让“银龄教师”进得来 教得好留得住, false",
        "记者探访睡眠门诊, 夜里数羊的人, false",
        "快递柜“超时费”该不该收？, 市民、企业、律师各有说法, true",
    })
    void theWordsTellAKickerFromADeck(String first, String second, boolean deck) {
        assertThat(DisplayPair.isDeck(first, second)).isEqualTo(deck);
    }

    @Test
    void ofManyPairsTheWordingTellsMost() throws IOException {
        List<String[]> pairs =
                Files.readAllLines(Path.of("src/test/resources/display-pairs.tsv")).stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.replace('　', ' ').split("\t"))
                        .toList();
        long right =
                pairs.stream()
                        .filter(p -> DisplayPair.isDeck(p[1], p[2]) == p[0].equals("D"))
                        .count();

        assertThat(right / (double) pairs.size()).isGreaterThan(0.7);
    }

    private static Cue cueOf(String line) {
        return Conventions.cueOf(line(line));
    }

    private static Line line(String text) {
        return Line.of(1, text, text, true, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "河州日报 2026年1月15日 星期四 第3版 责任编辑：张 华 版式：李 丽 校对：王 强",
                "城事 A03 责编/许静美编/韩冬校对/丁一 新闻热线：96123",
                "A12 港聞 2026年1月15日（星期四） 港島日報",
                "HEZHOU DAILY",
                "# 河州日报 2026年1月15日 第3版",
            })
    void aRunningHeadIsFurniture(String line) {
        assertThat(cueOf(line)).isInstanceOf(Cue.PageLine.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "新华社北京1月14日电（记者冯家顺）",
                "据河州海关统计，今年前三季度，全市货",
                "（原载《人民日报》2025年3月4日第3版）",
                "责任编辑说，第3版的稿子还没有到。",
            })
    void textIsNoRunningHead(String line) {
        assertThat(cueOf(line)).isNotInstanceOf(Cue.PageLine.class);
    }

    @ParameterizedTest
    @CsvSource({
        "青杨区 周立群, 周立群",
        "（记者 张伟）, 张伟",
        "读者 王 芳, 王芳",
        "江北市退休教师 伏明达, 伏明达",
    })
    void aSignatureNamesTheWriter(String line, String name) {
        assertThat(cueOf(line))
                .isInstanceOfSatisfying(
                        Cue.Signature.class,
                        signature ->
                                assertThat(signature.people())
                                        .extracting(Contributor::name)
                                        .containsExactly(name));
    }

    @Test
    void anOfficeAndADateSignANotice() {
        assertThat(cueOf("河州市公共交通集团有限公司 2026年3月6日"))
                .isEqualTo(new Cue.Signature(List.of(), "河州市公共交通集团有限公司 2026年3月6日"));
    }

    @Test
    void aReportersBracketOpensAReport() {
        Dateline opening = Objects.requireNonNull(Dateline.of("【記者王小明／台北報導】行政院昨日宣布"));

        assertThat(opening.place()).isEqualTo("台北");
        assertThat(opening.people()).extracting(Contributor::name).containsExactly("王小明");
    }

    @Test
    void lettersInterviewsBriefsAndTablesOpenParagraphs() {
        assertThat(Salutation.is("编辑同志：")).isTrue();
        assertThat(Salutation.is("部分项目成绩如下：")).isFalse();
        assertThat(Dialogue.begins("问：现在接种疫苗还来得及吗？")).isTrue();
        assertThat(Dialogue.begins("问题出在哪里？")).isFalse();
        assertThat(BriefItem.begins("● 青杨区图书馆新馆昨日开放，馆藏图书42万册")).isTrue();
        assertThat(BriefItem.begins("■于向阳")).isFalse();
        assertThat(TableRow.is("男子800米 孔德林     河阳      1分54秒30")).isTrue();
        assertThat(TableRow.is("聚焦民生实事 回应群众关切")).isFalse();
        assertThat(TableRow.is("江淮猎豹 112:105 北原银狐")).isTrue();
        assertThat(TableRow.is("比赛于19:30开始，共有两队参加")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "编辑余波组版夏青电话：0888-5550102",
                "广告热线：0777-8600007",
                "国内统一连续出版物号 CN 42-0099",
                "The Harrow Sentinel",
                "Riverport Weekly Jan 21-27, 2026 7",
            })
    void newsroomAndPaperAreFurniture(String line) {
        assertThat(cueOf(line)).isInstanceOf(Cue.PageLine.class);
    }

    @Test
    void aLetterToTheEditorIsNoEditorOnDuty() {
        assertThat(cueOf("编辑：你们好！前几天我到外地出差，手机没有信号")).isInstanceOf(Cue.Plain.class);
        assertThat(cueOf("编辑：刘悦")).isInstanceOf(Cue.PageLine.class);
    }

    @Test
    void ofTwoDisplayLinesTheWordingTellsTheHeadline() {
        assertThat(DisplayPair.isDeck("买到“泡水车” 维权八个月终获退一赔三", "律师提醒：签合同前查询维修记录")).isTrue();
        assertThat(DisplayPair.isDeck("画荷五十年 清气满乾坤", "——记市书画院画师")).isTrue();
        assertThat(DisplayPair.isDeck("从“等米下锅”到“找米下锅”", "潞川市破解招商“三难”记")).isTrue();
        assertThat(DisplayPair.isDeck("一根竹子“吃干榨净”", "青芦县竹产业综合产值突破六十亿元")).isTrue();
        assertThat(DisplayPair.isDeck("Old bookshop finds new readers", "Midnight draws students"))
                .isTrue();
        assertThat(DisplayPair.isDeck("省委主题教育工作会议在临江召开", "学思想强党性 重实践建新功")).isFalse();
        assertThat(DisplayPair.isDeck("国家统计局发布数据", "去年国内生产总值增长5.0%")).isFalse();
        assertThat(DisplayPair.isDeck("走进大山深处的星空小学", "把望远镜架在云朵上")).isFalse();
        assertThat(DisplayPair.isDeck("校园“无手机日”试点一学期之后", "课间十分钟，操场又热闹了")).isFalse();
        assertThat(DisplayPair.isDeck("全国女排冠军赛", "三局连追，芦笛女排挺进四强")).isFalse();
        assertThat(DisplayPair.isDeck("从一粒螺丝到整车配套", "龙潭紧固件为何“拧”得紧")).isFalse();
        assertThat(DisplayPair.isDeck("拿出“店小二”的诚意", "赵怀谦讲话 钱致和主持")).isTrue();
    }

    @Test
    void numberOrHourMakesASubhead() {
        assertThat(NumberedHeading.is("二、把冷板凳坐热")).isTrue();
        assertThat(NumberedHeading.is("（三）强化保障")).isTrue();
        assertThat(NumberedHeading.is("08:30 “马背上的听诊器”")).isTrue();
        assertThat(NumberedHeading.is("一炉酥香 四代匠心")).isFalse();
        assertThat(NumberedHeading.is("十里桃花映农家")).isFalse();
    }

    @Test
    void partsOfAReportOnACaseHaveTitlesOfTheirOwn() {
        assertThat(SectionTitle.is("法官说法")).isTrue();
        assertThat(SectionTitle.is("【案情回顾】")).isTrue();
        assertThat(SectionTitle.is("以案说法")).isFalse();
        assertThat(SectionTitle.is("专家提醒市民少出门")).isFalse();
    }

    @Test
    void titlesOfNoticesAreKnown() {
        assertThat(NoticeTitle.is("通　告")).isTrue();
        assertThat(NoticeTitle.is("停电通知")).isTrue();
        assertThat(NoticeTitle.is("沉痛悼念莫问天同志")).isTrue();
        assertThat(NoticeTitle.is("这些“低价招聘”广告 小心有坑")).isFalse();
    }

    @Test
    void reportOpensWithItsPlaceInEnglish() {
        assertThat(EnglishText.opensReport("HARROW VALLEY — Where steam engines once")).isTrue();
        assertThat(EnglishText.opensReport("The Harrow Valley Seed Library opened")).isFalse();
        assertThat(EnglishText.isCaption(line("Tan lifts a weight. PHOTO BY HE LI"))).isTrue();
        assertThat(EnglishText.isCaption(line("Tan lifts a weight."))).isFalse();
    }
}
