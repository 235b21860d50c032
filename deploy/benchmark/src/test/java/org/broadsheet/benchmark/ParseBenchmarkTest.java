package org.broadsheet.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParseBenchmarkTest {
    @Test
    void theSeedsAreWhatIsMeasured() {
        assertThat(ParseBenchmark.pageFiles(Path.of("../../seeds"))).hasSize(5);
    }

    @Test
    void aFolderWithoutPagesIsNamed(@TempDir Path folder) {
        assertThatThrownBy(() -> ParseBenchmark.pageFiles(folder))
                .hasMessageContaining("no .txt file in " + folder);
    }
}
