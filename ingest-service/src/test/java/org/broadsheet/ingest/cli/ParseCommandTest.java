package org.broadsheet.ingest.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParseCommandTest {
    private static final String PAGE = "□马会淋\n\n在这片土地上，人们耕耘。\n";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void eachFileBecomesOneLineOfJson(@TempDir Path folder) throws IOException {
        Path page = Files.writeString(folder.resolve("page.txt"), PAGE);

        int status = run("", page.toString());

        JsonNode json = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(status).isZero();
        assertThat(json.at("/articles/0/byline/0").asText()).isEqualTo("马会淋");
        assertThat(json.at("/articles/0/bodyLines/0/0").asInt()).isEqualTo(3);
    }

    @Test
    void aDashReadsStandardInput() {
        int status = run(PAGE, "-");

        assertThat(status).isZero();
        assertThat(out.toString(UTF_8)).contains("马会淋");
    }

    @Test
    void aMissingFileIsNamedAndTheOthersAreParsed(@TempDir Path folder) throws IOException {
        Path page = Files.writeString(folder.resolve("page.txt"), PAGE);

        int status = run("", folder.resolve("none.txt").toString(), page.toString());

        assertThat(status).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("none.txt").contains("check the path");
        assertThat(out.toString(UTF_8)).contains("马会淋");
    }

    @Test
    void aFileThatIsNotUtf8IsNamed(@TempDir Path folder) throws IOException {
        Path page = Files.write(folder.resolve("gbk.txt"), new byte[] {(byte) 0xC4, (byte) 0xE3});

        int status = run("", page.toString());

        assertThat(status).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("gbk.txt").contains("not UTF-8");
    }

    @Test
    void anUnknownOptionIsAWrongCall() {
        assertThat(run("", "--nonsense", "x")).isEqualTo(2);
    }

    @Test
    void explainShowsEachLineWithItsRole() {
        int status = run(PAGE, "--explain", "-");

        assertThat(status).isZero();
        assertThat(out.toString(UTF_8)).contains("byline").contains("paragraph").contains("马会淋");
    }

    private int run(String input, String... args) {
        return new ParseCommand(
                        new ByteArrayInputStream(input.getBytes(UTF_8)),
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8),
                        false)
                .run(List.of(args));
    }
}
