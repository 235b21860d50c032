package org.broadsheet.query.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.broadsheet.query.syntax.Note.Reason;
import org.broadsheet.query.wording.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The grammar by example: what was typed on the left, how it is read on the right.
class ReadQueryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            ignoreLeadingAndTrailingWhitespace = true,
            textBlock =
                    """
                    党建                           | 党建
                    党建　志愿                     | 党建 志愿
                    党建 AND 志愿                  | 党建 志愿
                    党建 && 志愿                   | 党建 志愿
                    党建 OR 志愿 服务              | 党建 OR (志愿 服务)
                    党建 ＯＲ 志愿                 | 党建 OR 志愿
                    (党建 OR 志愿) 服务            | (党建 OR 志愿) 服务
                    （党建 OR 志愿） 服务          | (党建 OR 志愿) 服务
                    党建 -志愿                     | 党建 -志愿
                    党建 －志愿                    | 党建 -志愿
                    党建 NOT 志愿                  | 党建 -志愿
                    党建 NOT (志愿 OR 服务)        | 党建 -(志愿 OR 服务)
                    NOT NOT 党建                   | 党建
                    "猫冬"                         | "猫冬"
                    ＂猫冬＂                       | "猫冬"
                    “猫冬”                         | "猫冬"
                    「微幸福」 『加速跑』          | "微幸福" "加速跑"
                    "新质 生产力"~3                | "新质 生产力"~3
                    勇当“碳”路先锋                 | 勇当“碳”路先锋
                    党员（干部）会议               | 党员（干部）会议
                    (党员（干部）会议)             | 党员（干部）会议
                    ，党建。                       | 党建
                    标题:党建                      | 标题:党建
                    标题：党建                     | 标题:党建
                    標題： 党建                    | 标题:党建
                    headline:党建                  | 标题:党建
                    TITLE:党建                     | 标题:党建
                    作者:(李明 OR 王玉琢)          | 作者:李明 OR 作者:王玉琢
                    作者:王*                       | 作者:王*
                    byline:王?琢                   | 作者:王?琢
                    -来源:"人民日报"               | -来源:"人民日报"
                    日期:2024                      | 日期:2024
                    日期:2024-03                   | 日期:2024-03
                    日期:2024-03-01                | 日期:2024-03-01
                    日期:20240301                  | 日期:2024-03-01
                    日期:2024年3月1日              | 日期:2024-03-01
                    日期:2024/3/1                  | 日期:2024-03-01
                    日期:2024-01..2024-03          | 日期:2024-01-01..2024-03-31
                    日期:2024年1月至3月            | 日期:2024-01-01..2024-03-31
                    日期:2024-03..2024-01          | 日期:2024-01-31..2024-03-01
                    日期:2024..                    | 日期:2024-01-01..
                    date:..2024-02                 | 日期:..2024-02-29
                    日期:>=2024-03                 | 日期:2024-03-01..
                    日期:<2024                     | 日期:..2023-12-31
                    版:3                           | 版:3
                    版:第03版                      | 版:3
                    page:A04                       | 版:4
                    版:1..4                        | 版:1..4
                    版:要闻                        | 版:要闻
                    新质*力                        | 新质*力
                    建设*                          | 建设
                    Kafk*                          | Kafk*
                    怎么做?                        | 怎么做
                    党健联盟~                      | 党健联盟~
                    党~                            | 党
                    OR                             | or
                    AT&T                           | AT&T
                    10:30 http://x.cn/a            | 10:30 http://x.cn/a
                    """)
    void isReadAs(String typed, String read) {
        assertThat(ReadQuery.of(typed).readAs(Language.ZH)).isEqualTo(read);
        assertThat(ReadQuery.of(typed).notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    "党建                | 党建      | UNCLOSED_QUOTE
                    (党建                | 党建      | UNCLOSED_BRACKET
                    党建 )               | 党建      | STRAY_BRACKET
                    党建 ()              | 党建      | STRAY_BRACKET
                    OR 党建              | 党建      | STRAY_OPERATOR
                    党建 AND             | 党建      | STRAY_OPERATOR
                    党建 NOT             | 党建      | STRAY_OPERATOR
                    天气:晴              | 天气:晴  | UNKNOWN_FIELD
                    标题:                | 标题      | FIELD_WITHOUT_VALUE
                    日期:昨天            | 昨天      | UNREADABLE_DATE
                    日期:2024-13         | 2024-13   | UNREADABLE_DATE
                    日期:2023-02-29      | 2023-02-29 | UNREADABLE_DATE
                    """)
    void whatIsNotUnderstoodIsReadAsWordsAndSaid(String typed, String read, Reason reason) {
        ReadQuery query = ReadQuery.of(typed);

        assertThat(query.readAs(Language.ZH)).isEqualTo(read);
        assertThat(query.notes()).extracting(Note::reason).containsExactly(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"？？", "\"\"", "“”", "\"，\"", "-- ( ) * ~"})
    void whatHoldsNothingToLookForFindsNothingAndSaysSo(String typed) {
        ReadQuery query = ReadQuery.of(typed);

        assertThat(query.root()).isNull();
        assertThat(query.isBlank()).isFalse();
        assertThat(query.notes()).extracting(Note::reason).contains(Reason.NOTHING_TO_LOOK_FOR);
    }

    @Test
    void nothingTypedAsksForEverything() {
        assertThat(ReadQuery.of(" 　")).isEqualTo(new ReadQuery(null, true, java.util.List.of()));
    }

    @Test
    void fieldsAreReadBackInTheReadersLanguage() {
        assertThat(ReadQuery.of("标题:党建 版:1").readAs(Language.EN)).isEqualTo("headline:党建 page:1");
    }

    @Test
    void longPassageIsLookedForByItsBeginning() {
        ReadQuery query = ReadQuery.of("党建 ".repeat(300));

        assertThat(query.root())
                .isEqualTo(new QueryNode.Word(Field.ANYWHERE, "党建 ".repeat(75).strip()));
        assertThat(query.notes()).extracting(Note::reason).containsExactly(Reason.TOO_LONG);
    }
}
