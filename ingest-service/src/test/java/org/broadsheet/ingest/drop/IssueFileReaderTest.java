package org.broadsheet.ingest.drop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;

class IssueFileReaderTest {
    private final IssueFileReader reader = new IssueFileReader(new TestDropConfig(Path.of("drop")));

    @Test
    void textIsReadWithItsPages() {
        assertThat(read("a.txt", utf8("第一版\n\f第二版\n")))
                .isInstanceOfSatisfying(
                        ReadResult.Read.class, read -> assertThat(read.file().pages()).hasSize(2));
    }

    @Test
    void markdownIsAnIssueFileWhateverTheCaseOfItsEnding() {
        assertThat(read("A.MD", utf8("正文"))).isInstanceOf(ReadResult.Read.class);
    }

    @Test
    void otherEndingIsRejected() {
        assertRejected(read("a.pdf", utf8("正文")), "Not an issue file", ".txt, .md");
    }

    @Test
    void emptyFileIsRejected() {
        assertRejected(read("a.txt", new byte[0]), "empty");
    }

    @Test
    void blankFileIsRejected() {
        assertRejected(read("a.txt", utf8(" \n\n\t\n\u00a0\n\u200b\n\u3000\n")), "no text");
    }

    @Test
    void otherCharsetIsRejectedWithTheWayOut() {
        byte[] gb = "报纸上的文字".getBytes(Charset.forName("GB18030"));

        assertRejected(read("a.txt", gb), "not UTF-8", "iconv");
    }

    @Test
    void binaryIsRejected() {
        assertRejected(read("a.txt", utf8("text\0text")), "NUL", "character 5");
    }

    @Test
    void oversizedFileIsRejectedWithTheLimit() {
        ClaimedFile claimed = claimed("a.txt", 5000, new byte[0]);

        assertRejected(reader.read(claimed), "5000", "1000", "drop.file-size-max");
    }

    @Test
    void fileOfTooManyPagesOrLinesIsRejectedWithTheLimit() {
        assertRejected(read("a.txt", utf8("x\f".repeat(20))), "21 pages", "drop.pages-max");
        assertRejected(read("a.txt", utf8("x\n".repeat(50))), "51 lines", "drop.lines-max");
    }

    private ReadResult read(String name, byte[] bytes) {
        return reader.read(claimed(name, bytes.length, bytes));
    }

    private static ClaimedFile claimed(String name, long size, byte[] bytes) {
        FileState state = new FileState(size, FileTime.fromMillis(0), "");
        return new ClaimedFile(
                new DroppedFile(name, Path.of(name), state), size, "0".repeat(64), bytes);
    }

    private static void assertRejected(ReadResult result, String... words) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        ReadResult.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains(words));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
