package org.broadsheet.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrakeTest {
    private final Brake brake = new Brake(50, 0.2);

    @ParameterizedTest
    @CsvSource({
        "1, 1, false",
        "49, 49, false",
        "50, 60, true",
        "100, 500, false",
        "101, 500, true",
        "500, 500, true"
    })
    void holdsWhenManyAndAGreatShareAreRefused(int refused, int asked, boolean held) {
        brake.tell(asked, refused, asked - refused);

        assertThat(brake.isOn()).isEqualTo(held);
    }

    @Test
    void staysOnUntilADocumentGetsThrough() {
        brake.tell(60, 60, 0);
        brake.tell(6, 6, 0);
        assertThat(brake.isOn()).isTrue();

        brake.tell(6, 5, 1);
        assertThat(brake.isOn()).isFalse();
    }

    @Test
    void isLetGoWhenNothingIsInHand() {
        brake.tell(60, 60, 0);
        brake.letGo();
        brake.tell(1, 1, 0);

        assertThat(brake.isOn()).isFalse();
    }

    @Test
    void aDocumentIsGivenUpSoonerByAnIndexThatTakesOthers() {
        brake.tell(3, 1, 2);
        assertThat(brake.refusalsMax()).isEqualTo(2);
        // Nothing new was asked about: what was known stands.
        brake.tell(0, 0, 0);
        assertThat(brake.refusalsMax()).isEqualTo(2);

        brake.tell(1, 1, 0);
        assertThat(brake.refusalsMax()).isEqualTo(6);
    }
}
