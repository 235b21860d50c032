package org.broadsheet.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.broadsheet.analysis.Analysis.Token;

/// No text makes an analyzer fail, and every token leads back to where it was printed.
class AnyTextProperties {
    /// Found by chance once: a Thai vowel that unfolds in two, between two Chinese characters.
    @Example
    void characterThatUnfoldsBetweenChineseOnesKeepsTheOrder() {
        everyAnalyzerTakesAnyText("\u2E80\u0E33\u2E80");
    }

    @Property(tries = 2000, seed = "20261121")
    void everyAnalyzerTakesAnyText(@ForAll("any") String text) {
        for (Analysis analysis : Analysis.all()) {
            List<Token> tokens = analysis.tokens(text);
            int lastStart = 0;
            int lastPosition = 0;
            for (Token token : tokens) {
                assertThat(token.term()).as(analysis.name()).isNotEmpty();
                assertThat(token.start()).as(analysis.name()).isBetween(lastStart, text.length());
                assertThat(token.end()).as(analysis.name()).isBetween(token.start(), text.length());
                assertThat(token.position())
                        .as(analysis.name())
                        .isBetween(lastPosition, lastPosition + 1);
                assertThat(token.positionLength()).as(analysis.name()).isEqualTo(1);
                lastStart = token.start();
                lastPosition = token.position();
            }
        }
    }

    /// The text between a token's offsets, normalized by itself, is the token.
    @Property(tries = 2000, seed = "20261121")
    void tokensStandWhereTheirOffsetsSay(@ForAll("newspaper") String text) {
        for (Analysis analysis : List.of(Analysis.UNIGRAM, Analysis.BIGRAM, Analysis.WORD)) {
            for (Token token : analysis.tokens(text)) {
                String printed = text.substring(token.start(), token.end());
                String normalized =
                        NormalizingCharFilter.normalize(printed).toString().replaceAll("\\s", "");
                assertThat(normalized)
                        .as("%s of %s", analysis.name(), text)
                        .isEqualTo(token.term());
            }
        }
    }

    @Property(seed = "20261121")
    void wordsCoverEveryLetterOnce(@ForAll("newspaper") String text) {
        String normalized = NormalizingCharFilter.normalize(text).toString();
        StringBuilder words = new StringBuilder();
        int last = 0;
        for (Word word : new WordSegmenter(Lexicon.with(List.of())).words(normalized)) {
            assertThat(word.start()).isGreaterThanOrEqualTo(last);
            words.append(normalized, word.start(), word.end());
            last = word.end();
        }

        assertThat(lettersOf(words.toString())).isEqualTo(lettersOf(normalized));
    }

    @Property(seed = "20261121")
    void charFilterReadsTheSameInPiecesOfAnySize(
            @ForAll("any") String text, @ForAll("sizes") int size) throws Exception {
        StringBuilder read = new StringBuilder();
        try (NormalizingCharFilter filter = new NormalizingCharFilter(new StringReader(text))) {
            char[] buffer = new char[size];
            for (int n = filter.read(buffer, 0, size); n >= 0; n = filter.read(buffer, 0, size)) {
                read.append(buffer, 0, n);
            }
        }

        assertThat(read).hasToString(NormalizingCharFilter.normalize(text).toString());
    }

    private static String lettersOf(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.integers().between(1, 40);
    }

    /// Unpaired surrogates, marks without a letter, controls: whatever a string can hold.
    @Provide
    Arbitrary<String> any() {
        Arbitrary<String> wild = Arbitraries.strings().all().ofMaxLength(60);
        Arbitrary<String> codePoints =
                Arbitraries.integers()
                        .between(0, Character.MAX_CODE_POINT)
                        .map(Character::toString)
                        .list()
                        .ofMaxSize(30)
                        .map(characters -> String.join("", characters));
        Arbitrary<String> known =
                Arbitraries.of(
                                "党",
                                "建",
                                "乾",
                                "坤",
                                "體",
                                "㎡",
                                "ﷺ",
                                "㍿",
                                "e\u0301",
                                "\u0301",
                                "ｶﾞ",
                                "𠀀",
                                "\ud840",
                                "\udc00",
                                "\ufe0f",
                                "\u200b",
                                " ",
                                "　",
                                "\n",
                                "Ａ",
                                "7",
                                ".",
                                "년",
                                "ไทย",
                                "👩‍👩‍👧",
                                "\u0000",
                                "İ",
                                "ß",
                                "〇",
                                "⻓",
                                "年",
                                "2026",
                                "始##始",
                                "末##末",
                                "未##人",
                                "@",
                                "/nr")
                        .list()
                        .ofMaxSize(40)
                        .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(wild, codePoints, known);
    }

    /// What stands in newspapers: every character has a counterpart of its own.
    @Provide
    Arbitrary<String> newspaper() {
        return Arbitraries.of(
                        "党", "建", "联", "盟", "體", "育", "總", "局", "内", "蒙", "古", "自", "治", "區", "新",
                        "质", "生", "产", "力", "的", "康", "巴", "什", "Ａ", "Ｇ", "b", "Ｇ２０", "5G", "2026",
                        "年", " ", "  ", "　", "，", "。", "“", "”", "\n", "1", "３", "𠮷", "·", "—",
                        "3.5")
                .list()
                .ofMaxSize(50)
                .map(parts -> String.join("", parts));
    }
}
