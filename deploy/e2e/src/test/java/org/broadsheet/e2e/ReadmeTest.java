package org.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the documents name is there.
class ReadmeTest {
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#|mailto:)([^)#]+)");
    private static final Pattern COMMAND = Pattern.compile("\\bdeploy/([a-z-]+)\\b(?!/|\\.[a-z])");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "deploy/README.md",
                "deploy/e2e/README.md",
                "ingest-service/README.md",
                "index-service/README.md",
                "query-service/README.md"
            })
    void everyLinkAndCommandExists(String name) throws IOException {
        Path document = Deploy.REPOSITORY.resolve(name);
        String text = Files.readString(document);

        assertThat(matches(LINK, text))
                .allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
        assertThat(matches(COMMAND, text))
                .allSatisfy(
                        command ->
                                assertThat(Deploy.REPOSITORY.resolve("deploy").resolve(command))
                                        .exists());
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
    }
}
