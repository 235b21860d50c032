package org.broadsheet.ingest.drop;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;

/// Settings for tests: a folder, a settle time of one second, 1,000 bytes, 20 pages, 50 lines a
/// file and 200 characters a line.
record TestDropConfig(Path folder, long freeBytesMin) implements DropConfig {
    TestDropConfig(Path folder) {
        this(folder, 0);
    }

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

    @Override
    public int lineLengthMax() {
        return 200;
    }

    @Override
    public MemorySize freeSpaceMin() {
        return new MemorySize(BigInteger.valueOf(freeBytesMin));
    }
}
