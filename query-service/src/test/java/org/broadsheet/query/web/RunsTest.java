package org.broadsheet.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunsTest {
    @Test
    void numbersAreWrittenAsRunsAndReadAgain() {
        List<Long> numbers = List.of(3L, 4L, 5L, 9L, 11L, 12L);

        assertThat(Runs.of(numbers)).isEqualTo("3-5,9,11-12");
        assertThat(Runs.read("3-5,9,11-12")).contains(numbers);
        assertThat(Runs.of(List.of(9L, 4L, 3L, 3L))).isEqualTo("3-4,9");
        assertThat(Runs.of(List.of())).isEmpty();
    }

    @Test
    void fiveHundredFilesFitIntoAnAddress() {
        List<Long> numbers = LongStream.range(123_456_789, 123_457_289).boxed().toList();

        assertThat(Runs.read(Runs.of(numbers))).contains(numbers);
        assertThat(Runs.of(numbers)).hasSizeLessThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "5-3", "1,", "1-2-3", "1-9999999999", "1-1500,1-1500", "-1"})
    void whatIsNoRunIsNone(String written) {
        assertThat(Runs.read(written)).isEmpty();
    }
}
