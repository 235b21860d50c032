package org.broadsheet.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockTest {
    @TempDir private Path folder;

    @Test
    void secondHolderWaitsUntilTheFirstIsDone() {
        Path file = folder.resolve("new/lock");

        try (Lock _ = Lock.take(file, () -> {})) {
            assertThat(Lock.tryTake(file)).isEmpty();
        }

        assertThat(Lock.tryTake(file)).isPresent();
    }
}
