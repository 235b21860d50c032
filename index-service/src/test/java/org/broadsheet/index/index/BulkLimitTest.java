package org.broadsheet.index.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BulkLimitTest {
    private static final long MAX = 1024 * 1024;

    private final BulkLimit limit = new BulkLimit(MAX, Duration.ofSeconds(5));

    @Test
    void requestTooLargeHalvesWhatWasSent() {
        limit.tooLarge(800_000);

        assertThat(limit.bytes()).isEqualTo(400_000);
    }

    @Test
    void slowAnswersHalveTheLimitDownToAFloor() {
        limit.took(Duration.ofSeconds(6));
        assertThat(limit.bytes()).isEqualTo(MAX / 2);

        for (int i = 0; i < 20; i++) {
            limit.took(Duration.ofSeconds(6));
        }

        assertThat(limit.bytes()).isEqualTo(BulkLimit.BYTES_MIN);
    }

    @Test
    void quickAnswersRaiseItAgainUpToTheMaximum() {
        limit.took(Duration.ofSeconds(6));

        limit.took(Duration.ofMillis(50));
        assertThat(limit.bytes()).isEqualTo(MAX / 2 + MAX / 16);
        for (int i = 0; i < 20; i++) {
            limit.took(Duration.ofMillis(50));
        }

        assertThat(limit.bytes()).isEqualTo(MAX);
    }
}
