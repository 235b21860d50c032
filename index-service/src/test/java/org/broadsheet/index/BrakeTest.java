package org.broadsheet.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrakeTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1, false",
        "49, 49, false",
        "50, 60, true",
        "100, 500, false",
        "101, 500, true",
        "500, 500, true"
    })
    void holdsWhenManyAndAGreatShareAreRefused(long refused, int batchSize, boolean held) {
        assertThat(new Brake(50, 0.2).holds(refused, batchSize)).isEqualTo(held);
    }
}
