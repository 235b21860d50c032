package org.broadsheet.ingest.pause;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GrowingPauseTest {
    private final GrowingPause pause =
            new GrowingPause(Duration.ofMillis(100), Duration.ofMillis(350));

    @Test
    void pauseDoublesUpToItsLimit() {
        assertThat(pause.next()).hasMillis(100);
        assertThat(pause.next()).hasMillis(200);
        assertThat(pause.next()).hasMillis(350);
        assertThat(pause.next()).hasMillis(350);
    }

    @Test
    void successMakesItShortAgain() {
        pause.next();
        pause.next();

        pause.reset();

        assertThat(pause.next()).hasMillis(100);
    }
}
