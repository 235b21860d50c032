package org.broadsheet.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.broadsheet.ingest.upload.UploadConfig;
import org.junit.jupiter.api.Test;

class UploadRateTest {
    private long now;

    private UploadRate rate(int perSecond, int burst) {
        return new UploadRate(() -> new Limits(perSecond, burst), () -> now);
    }

    @Test
    void keyMayComeInABurstAndThenAtItsRate() {
        UploadRate rate = rate(2, 3);

        assertThat(IntStream.range(0, 4).mapToObj(_ -> rate.allows("a")))
                .containsExactly(true, true, true, false);
        now += Duration.ofMillis(500).toNanos();
        assertThat(rate.allows("a")).isTrue();
        assertThat(rate.allows("a")).isFalse();
    }

    @Test
    void keysDoNotHinderEachOther() {
        UploadRate rate = rate(1, 1);
        rate.allows("a");

        assertThat(rate.allows("a")).isFalse();
        assertThat(rate.allows("b")).isTrue();
    }

    @Test
    void zeroIsNoLimit() {
        UploadRate rate = rate(0, 1);

        assertThat(IntStream.range(0, 100).allMatch(_ -> rate.allows("a"))).isTrue();
    }

    private record Limits(int requestsPerSecond, int requestsBurst) implements UploadConfig {
        @Override
        public Path spool() {
            return Path.of("");
        }

        @Override
        public MemorySize sizeMax() {
            return new MemorySize(BigInteger.ONE);
        }

        @Override
        public int filesMax() {
            return 1;
        }

        @Override
        public int concurrentMax() {
            return 1;
        }

        @Override
        public int waitingMax() {
            return 1;
        }

        @Override
        public int zipEntriesMax() {
            return 1;
        }

        @Override
        public MemorySize zipUnpackedMax() {
            return new MemorySize(BigInteger.ONE);
        }

        @Override
        public int zipRatioMax() {
            return 1;
        }
    }
}
