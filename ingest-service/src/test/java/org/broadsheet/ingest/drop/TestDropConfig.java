package org.broadsheet.ingest.drop;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;

/// Settings for tests: a folder, a settle time of one second, 1,000 bytes, 20 pages and 50 lines a
/// file.
record TestDropConfig(Path folder) implements DropConfig {
    @Override
    public Duration scanEvery() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration settleTime() {
        return Duration.ofSeconds(1);
    }

    @Override
    public MemorySize fileSizeMax() {
        return new MemorySize(BigInteger.valueOf(1000));
    }

    @Override
    public int pagesMax() {
        return 20;
    }

    @Override
    public int linesMax() {
        return 50;
    }
}
