package org.broadsheet.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"http://a.example\",\"点我\")",
                "+86 477",
                "-1",
                "@SUM(A1)",
                "＝1+1",
                "＋1",
                "－1",
                "＠A1",
                "\t=1",
                "\r\n=1",
                "　=1",
                "\uFEFF=1",
                "\u200B=1"
            })
    void whatASpreadsheetWouldRunIsGivenAnApostrophe(String text) {
        assertThat(CsvWriter.cell(text)).startsWith("\"'").endsWith("\"");
        assertThat(CsvWriter.cell(text).replace("\"\"", "\"")).contains(text);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\0',
            delimiter = '|',
            value = {
                "港口安静|港口安静",
                "1-1|1-1",
                "a=b|a=b",
                "港口,安静|\"港口,安静\"",
                "他说\"好\"|\"他说\"\"好\"\"\"",
                "it's|\"it's\""
            })
    void otherTextIsQuotedOnlyWhereItMustBe(String text, String cell) {
        assertThat(CsvWriter.cell(text)).isEqualTo(cell);
    }
}
