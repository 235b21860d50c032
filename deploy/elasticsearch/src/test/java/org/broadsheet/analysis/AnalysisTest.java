package org.broadsheet.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.broadsheet.analysis.Analysis.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the analyzers make of text as newspapers print it.
class AnalysisTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Ｇ２０峰会         | g20峰会
                    體育總局           | 体育总局
                    乾坤               | 乾坤
                    乾燥               | 干燥
                    瞭解瞭望           | 了解瞭望
                    ⻓江⽇报           | 长江日报
                    １０㎡             | 10m2
                    Café               | café
                    ＷＴＯ             | wto
                    ガ                 | ガ
                    新 质 生 产 力     | 新质生产力
                    王　飞             | 王飞
                    王 建国            | 王 建国
                    """)
    void oneFormForWhatReadersTakeForTheSame(String text, String normalized) {
        assertThat(NormalizingCharFilter.normalize(text)).hasToString(normalized);
    }

    @Test
    void lineEndsAreNeverClosedUp() {
        assertThat(NormalizingCharFilter.normalize("党\n建 引 领")).hasToString("党\n建引领");
    }

    @Test
    void marksOfTheSameLetterAreOneCharacterHoweverManyThereAre() {
        assertThat(NormalizingCharFilter.normalize("cafe\u0301")).hasToString("café");
        assertThat(NormalizingCharFilter.normalize("a" + "\u0301".repeat(100_000)).length())
                .isGreaterThan(90_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    康巴什区发展新质生产力     | 康巴什区/发展/新质生产力
                    伊金霍洛旗乌兰木伦镇       | 伊金霍洛旗/乌兰木伦镇
                    2026年在G20谈5G            | 2026年/在/g20/谈/5g
                    2026年度3.5万元            | 2026/年度/3.5/万元
                    12345年                    | 12345/年
                    內蒙古自治區               | 内蒙古自治区
                    新 质 生 产 力             | 新质生产力
                    """)
    void words(String text, String words) {
        assertThat(String.join("/", Analysis.WORD.terms(text))).isEqualTo(words);
    }

    @Test
    void offsetsLeadToTheTextAsItWasPrinted() {
        String text = "　總 局：Ｇ２０、新 质 生 产 力！";

        assertThat(Analysis.WORD.tokens(text))
                .extracting(token -> text.substring(token.start(), token.end()))
                .containsExactly("總 局", "Ｇ２０", "新 质 生 产 力");
        assertThat(Analysis.WORD.terms(text)).containsExactly("总局", "g20", "新质生产力");
    }

    @Test
    void pairsAndSingleCharactersAreNeverInOneField() {
        assertThat(Analysis.BIGRAM.terms("党建联盟")).containsExactly("党建", "建联", "联盟");
        assertThat(Analysis.UNIGRAM.terms("党建联盟")).containsExactly("党", "建", "联", "盟");
        assertThat(Analysis.BIGRAM.terms("碳")).containsExactly("碳");
    }

    /// It is normalized once for the fields that are made of it.
    @Test
    void textThatComesAgainHasTheSameTokens() {
        for (String text : List.of("　總 局：Ｇ２０！", "體育", "", "總局".repeat(40_000))) {
            for (Analysis analysis : List.of(Analysis.UNIGRAM, Analysis.BIGRAM, Analysis.WORD)) {
                Analysis.UNIGRAM.tokens("another one");
                List<Token> alone = analysis.tokens(text);
                Analysis.UNIGRAM.tokens(text);

                assertThat(analysis.tokens(text)).isEqualTo(alone);
            }
        }
    }

    @Test
    void letterSpacedTextHasItsPairs() {
        assertThat(Analysis.BIGRAM.terms("王 飞 摄")).containsExactly("王飞", "飞摄");
        assertThat(Analysis.BIGRAM.tokens("记者 王 飞").getLast())
                .isEqualTo(new Token("王飞", 3, 6, 1, 1));
    }

    @Test
    void termsOfOneArchiveAreNotThoseOfAnother() {
        String text = "张家梁便民夜市";

        List<Token> ours = Analysis.tokens(Analysis.words(List.of("張家梁便民夜市")), text);
        List<Token> others = Analysis.tokens(Analysis.words(List.of()), text);

        assertThat(ours).extracting(Token::term).containsExactly("张家梁便民夜市");
        assertThat(others).hasSizeGreaterThan(1);
    }

    @Test
    void synonymsStandAtThePositionOfTheirWord() {
        assertThat(Analysis.WORD_SEARCH.tokens("GDP增长"))
                .startsWith(new Token("gdp", 0, 3, 0, 1), new Token("国内生产总值", 0, 3, 0, 1))
                .last()
                .extracting(Token::position)
                .isEqualTo(1);
    }

    @Test
    void everyWordOfTheLexiconIsKeptWhole() {
        for (String word : Lexicon.delivered()) {
            assertThat(Analysis.WORD.terms(word)).as(word).containsExactly(word);
        }
    }

    @Test
    void completionKnowsPinyinWithItsFirstLettersAndOtherReadings() {
        assertThat(Analysis.COMPLETION.terms("党建·联盟")).contains("党建联盟", "dangjianlianmeng", "djlm");
        assertThat(Analysis.COMPLETION.terms("银行行长")).contains("yinhanghangzhang", "yhhz");
        assertThat(Analysis.COMPLETION.terms("重庆")).contains("chongqing", "cq");
        assertThat(Analysis.COMPLETION.tokens("重庆"))
                .allSatisfy(token -> assertThat(token.position()).isZero());
        assertThat(Analysis.COMPLETION_QUERY.terms("黨建 聯")).containsExactly("党建联");
        assertThat(Analysis.COMPLETION.terms("……！")).isEmpty();
    }

    @Test
    void termsAreNeverLongerThanTheIndexTakes() {
        assertThat(Analysis.WORD.terms("a".repeat(100_000)))
                .allSatisfy(term -> assertThat(term).hasSizeLessThanOrEqualTo(255));
        assertThat(Analysis.WORD.terms("党".repeat(100_000)))
                .allSatisfy(term -> assertThat(term).hasSizeLessThanOrEqualTo(255));
    }

    @Test
    void offsetsNeverGoBackwardsWhereACharacterUnfolds() {
        List<Token> tokens = Analysis.BIGRAM.tokens("\u2E80\u0E33\u2E80");

        assertThat(tokens).extracting(Token::start).isSorted();
    }
}
