package org.broadsheet.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTextTest {
    @Test
    void linesAreNumberedOverTheWholeFile() {
        List<PageText> pages = PageText.pagesOf("一\n二\n\f三\n四\n");

        assertThat(pages)
                .containsExactly(
                        new PageText(List.of("一", "二"), 1),
                        new PageText(List.of(" 三", "四", ""), 3));
    }

    @Test
    void lineEndingsOfEverySystemCountOnce() {
        List<PageText> pages = PageText.pagesOf("一\r\n二\r三\n四");

        assertThat(pages).containsExactly(new PageText(List.of("一", "二", "三", "四"), 1));
    }

    @Test
    void aByteOrderMarkIsNotText() {
        assertThat(PageText.pagesOf("\uFEFF一")).containsExactly(new PageText(List.of("一"), 1));
    }

    @Test
    void aPageWithoutTextKeepsItsNumber() {
        List<PageText> pages = PageText.pagesOf("一\n\f\f三\n\f");

        assertThat(pages).extracting(PageText::firstLine).containsExactly(1, 2, 2);
        assertThat(pages.get(1).lines()).isEmpty();
    }

    @Test
    void aLineIsNeverCutInTwo() {
        List<PageText> pages = PageText.pagesOf("一\f二\n三");

        assertThat(pages)
                .containsExactly(new PageText(List.of("一 二"), 1), new PageText(List.of("三"), 2));
    }

    @Test
    void anEmptyFileIsOneEmptyPage() {
        assertThat(PageText.pagesOf("")).containsExactly(new PageText(List.of(""), 1));
    }

    @Test
    void linesOfSpacesOrOfNothingThatPrintsNeedNoPlace() {
        PageText page = PageText.pagesOf("正文\n\u00a0\n\u200b\n\u3000\n完").getFirst();

        assertThat(page.linesToPlace()).containsExactly(1, 5);
    }
}
