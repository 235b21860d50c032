package org.broadsheet.query.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstSentenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    码头仍然停着。中午再谈。 | 码头仍然停着。
                    “方便多了。”他说。      | “方便多了。”
                    真的吗？！是的。        | 真的吗？！
                    没有句号               | 没有句号
                    """)
    void endsWithItsFullStopAndWhatClosesAfterIt(String text, String sentence) {
        assertThat(FirstSentence.of(text)).contains(sentence);
    }

    @Test
    void endsWithTheParagraph() {
        assertThat(FirstSentence.of("致读者\n今天休刊。")).contains("致读者");
    }

    @Test
    void longSentenceIsCutByCharacters() {
        assertThat(FirstSentence.of("𠮷".repeat(80))).contains("𠮷".repeat(60) + "…");
    }

    @Test
    void noTextHasNoSentence() {
        assertThat(FirstSentence.of(" \n ")).isEmpty();
        assertThat(FirstSentence.of(null)).isEmpty();
    }
}
