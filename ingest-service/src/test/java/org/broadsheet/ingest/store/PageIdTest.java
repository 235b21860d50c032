package org.broadsheet.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageIdTest {
    @ParameterizedTest
    @CsvSource({
        "courier/1954-03-02/01.txt, courier-1954-03-02-01",
        "000_9b64ffe4023acaac.txt, 000_9b64ffe4023acaac",
        "人民日报 1月3日.md, 人民日报-1月3日",
        "a name with spaces.txt, a-name-with-spaces",
        "no-ending, no-ending",
        "v1.2.txt, v1-2",
        "..txt, page",
        "😀.txt, page",
        "a<b>&c.txt, a-b-c",
    })
    void idIsReadable(String name, String id) {
        assertThat(PageId.of(name, 1)).isEqualTo(id);
    }

    @Test
    void laterPagesOfAFileSayWhichTheyAre() {
        assertThat(PageId.of("issue.txt", 3)).isEqualTo("issue-p3");
    }

    @Test
    void namesThatGiveOneIdCanBeToldApart() {
        assertThat(PageId.of("a b.txt", 1)).isEqualTo(PageId.of("a-b.txt", 1));
        assertThat(PageId.unique("a b.txt", 1)).isNotEqualTo(PageId.unique("a-b.txt", 1));
    }

    @Test
    void longNamesStayBelowTheLimitAndApart() {
        String one = PageId.of("报".repeat(300) + "1.txt", 1);
        String two = PageId.of("报".repeat(300) + "2.txt", 1);

        assertThat(one.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(256);
        assertThat(one).isNotEqualTo(two);
    }
}
