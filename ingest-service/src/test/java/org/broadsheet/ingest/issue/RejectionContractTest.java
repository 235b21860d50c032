package org.broadsheet.ingest.issue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadsheet.ingest.issue.Rejection.Kind;
import org.junit.jupiter.api.Test;

/// The kinds of rejections are promised to whoever has words of their own for them.
class RejectionContractTest {
    private static final Path CONTRACT = Path.of("src/main/contract/rejections.json");

    @Test
    void kindsAndTheirWordsAreThePromisedOnes() throws IOException {
        Map<String, String> promised =
                new JsonMapper().readValue(CONTRACT.toFile(), new TypeReference<>() {});

        assertThat(Arrays.stream(Kind.values()).collect(Collectors.toMap(Kind::code, Kind::words)))
                .isEqualTo(promised);
    }

    @Test
    void wordsNameTheValues() {
        assertThat(Rejection.of(Kind.PAGES, 21, 20).words()).contains("21 pages", "limit of 20");
    }
}
