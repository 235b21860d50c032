package org.broadsheet.ingest.drop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "UTF-8,      党支部坚持把党的政治建设摆在首位",
        "GB18030,    党支部坚持把党的政治建设摆在首位，着力增强党支部的政治功能和组织功能。",
        "GBK,        新华社北京一月十五日电 记者从有关部门获悉，今年的工作已经全面展开。",
        "GB2312,     “碳”路先锋党建品牌为抓手，创建学习型党组织，一千余人次参加了活动。",
        "Big5,       記者昨日從有關部門獲悉，今年的工作已經全面展開，市民可以在網上查詢。",
        "UTF-16LE,   党支部",
        "UTF-16BE,   党支部"
    })
    void textIsReadInTheCharsetsNewspapersAreKeptIn(String charset, String text) {
        byte[] mark =
                charset.startsWith("UTF-16")
                        ? "\uFEFF".getBytes(Charset.forName(charset))
                        : new byte[0];
        byte[] written = text.repeat(3).getBytes(Charset.forName(charset));
        byte[] bytes = Arrays.copyOf(mark, mark.length + written.length);
        System.arraycopy(written, 0, bytes, mark.length, written.length);

        assertThat(read("a.txt", bytes))
                .isInstanceOfSatisfying(
                        ReadResult.Read.class,
                        read -> {
                            assertThat(read.file().pages().getFirst().lines().getFirst())
                                    .isEqualTo(text.repeat(3));
                            assertThat(read.file().charset().newEncoder().canEncode(text)).isTrue();
                        });
    }

    @Test
    void damagedTextIsRejectedWithTheWayOut() {
        byte[] cut = utf8("党支部坚持把党的政治建设摆在首位");

        assertRejected(
                read("a.txt", Arrays.copyOf(cut, cut.length - 1)), "GB18030", "damaged", "iconv");
    }

    @Test
    void binaryIsRejected() {
        assertRejected(read("a.txt", utf8("text\0text")), "NUL", "character 5");
    }

    @Test
    void oversizedFileIsRejectedWithTheLimit() {
        RawFile claimed = claimed("a.txt", 5000, new byte[0]);

        assertRejected(reader.read(claimed), "5000", "1000", "drop.file-size-max");
    }

    @Test
    void fileOfTooManyPagesOrLinesIsRejectedWithTheLimit() {
        assertRejected(read("a.txt", utf8("x\f".repeat(20))), "21 pages", "drop.pages-max");
        assertRejected(read("a.txt", utf8("x\n".repeat(50))), "51 lines", "drop.lines-max");
        assertRejected(
                read("a.txt", utf8("短行\n" + "x".repeat(201))),
                "201 characters",
                "drop.line-length-max");
        assertThat(read("a.txt", utf8("x".repeat(200) + "\r\n" + "x".repeat(200))))
                .isInstanceOf(ReadResult.Read.class);
    }

    private ReadResult read(String name, byte[] bytes) {
        return reader.read(claimed(name, bytes.length, bytes));
    }

    private static RawFile claimed(String name, long size, byte[] bytes) {
        return new RawFile(name, size, "0".repeat(64), bytes);
    }

    private static void assertRejected(ReadResult result, String... words) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        ReadResult.Rejected.class,
                        rejected -> assertThat(rejected.why().words()).contains(words));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
