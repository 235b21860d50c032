package org.broadsheet.ingest.drop;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;

/// Settings for tests: a folder, a settle time of one second, 1,000 bytes a file.
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
}
