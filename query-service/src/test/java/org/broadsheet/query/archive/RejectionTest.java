package org.broadsheet.query.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.broadsheet.query.wording.Language;
import org.junit.jupiter.api.Test;

class RejectionTest {
    /// What has no kind is said in English alone.
    private static final Set<String> WITHOUT_WORDS = Set.of("other");

    @Test
    void everyPromisedKindHasChineseWordsWithAsManyValues() throws IOException {
        Map<String, String> promised = promised();

        Set<String> known = new TreeSet<>(Rejection.codes());
        known.addAll(WITHOUT_WORDS);
        assertThat(known).isEqualTo(new TreeSet<>(promised.keySet()));
        for (String code : Rejection.codes()) {
            assertThat(values(Rejection.format(code)))
                    .as(code)
                    .isEqualTo(values(promised.getOrDefault(code, "")));
        }
    }

    @Test
    void whatIsNotKnownIsShownAsItWasSaid() {
        Rejection other = new Rejection("eclipse", List.of("x"), "The sun is gone.");
        Rejection cut = new Rejection("pages", List.of("21"), "The file has 21 pages.");

        assertThat(other.words().in(Language.ZH)).isEqualTo("The sun is gone.");
        assertThat(cut.words().in(Language.ZH)).isEqualTo("The file has 21 pages.");
        assertThat(new Rejection("pages", List.of("21", "20"), "x").words().in(Language.ZH))
                .isEqualTo("文件有 21 版，超过上限 20（drop.pages-max）。请拆开，或放宽上限。");
    }

    private static int values(String words) {
        return words.split("%s", -1).length - 1;
    }

    private static Map<String, String> promised() throws IOException {
        String path = "/contract/ingest/rejections.json";
        try (InputStream file =
                Objects.requireNonNull(RejectionTest.class.getResourceAsStream(path), path)) {
            return new JsonMapper().readValue(file, new TypeReference<>() {});
        }
    }
}
