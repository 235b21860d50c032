package org.broadsheet.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.broadsheet.query.search.QueryTerm.LongRun;
import org.broadsheet.query.search.QueryTerm.Phrase;
import org.broadsheet.query.search.QueryTerm.ShortRun;
import org.broadsheet.query.search.QueryTerm.Single;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTextTest {
    @Test
    void lengthOfARunDecidesHowItIsLookedFor() {
        assertThat(QueryText.terms("党 党建 党建联盟 新质生产力"))
                .containsExactly(
                        new Single("党"),
                        new ShortRun("党建"),
                        new ShortRun("党建联盟"),
                        new LongRun("新质生产力"));
    }

    @Test
    void latinWordsAndNumbersCountAsOne() {
        assertThat(QueryText.terms("Kafka 1.5 2024年 G20峰会"))
                .containsExactly(
                        new Single("Kafka"),
                        new Single("1.5"),
                        new ShortRun("2024年"),
                        new ShortRun("G20峰会"));
    }

    @Test
    void quotationMarksMakeAPhrase() {
        assertThat(QueryText.terms("\"猫冬\" 鄂尔多斯 “加速跑” 「微幸福」"))
                .containsExactly(
                        new Phrase("猫冬"),
                        new ShortRun("鄂尔多斯"),
                        new Phrase("加速跑"),
                        new Phrase("微幸福"));
    }

    @Test
    void chineseQuotationMarksInsideASentenceBelongToIt() {
        String sentence = "勇当“碳”路先锋，书写着碳中和事业的新篇章";

        assertThat(QueryText.terms(sentence)).containsExactly(new LongRun(sentence));
    }

    @Test
    void ideographicSpacePartsWords() {
        assertThat(QueryText.terms("党建　志愿"))
                .containsExactly(new ShortRun("党建"), new ShortRun("志愿"));
    }

    @Test
    void characterBeyondTheBasicPlaneIsOne() {
        assertThat(QueryText.terms("𠮷")).containsExactly(new Single("𠮷"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "？？", "\"", "\"\"", "“”", "\"，\"", "-- ( ) * ~"})
    void whatHoldsNothingToLookForIsNoTerm(String typed) {
        assertThat(QueryText.terms(typed)).isEmpty();
    }

    @Test
    void longPassageIsLookedForByItsBeginning() {
        String passage = "党建 ".repeat(300);

        List<QueryTerm> terms = QueryText.terms(passage);

        assertThat(terms).containsExactly(new LongRun("党建 ".repeat(75).strip()));
    }
}
