package org.broadsheet.ingest.drop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SetAsideTest {
    private final HandClock clock = new HandClock();
    private final SetAside setAside = new SetAside(clock);

    @Test
    void fileIsTriedAgainAfterAPauseThatGrows() {
        setAside.add(file(1), "not readable");

        assertThat(setAside.holds(file(1))).isTrue();
        clock.forward(Duration.ofSeconds(2));
        assertThat(setAside.holds(file(1))).isFalse();

        setAside.add(file(1), "not readable");
        clock.forward(Duration.ofSeconds(3));
        assertThat(setAside.holds(file(1))).isTrue();
    }

    @Test
    void changedFileIsTriedAtOnce() {
        setAside.add(file(1), "not readable");

        assertThat(setAside.holds(file(2))).isFalse();
    }

    @Test
    void sameReasonTwiceIsNoNews() {
        assertThat(setAside.add(file(1), "not readable")).isTrue();
        assertThat(setAside.add(file(1), "not readable")).isFalse();
        assertThat(setAside.add(file(1), "disk full")).isTrue();
    }

    @Test
    void fileThatLeftIsForgotten() {
        setAside.add(file(1), "not readable");

        setAside.keepOnly(Set.of("other.txt"));

        assertThat(setAside.names()).isEmpty();
    }

    private static DroppedFile file(long size) {
        FileState state = new FileState(size, FileTime.fromMillis(0), "");
        return new DroppedFile("a.txt", Path.of("a.txt"), state);
    }
}
