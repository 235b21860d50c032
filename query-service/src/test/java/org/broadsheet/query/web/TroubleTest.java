package org.broadsheet.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.broadsheet.query.wording.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroubleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "put away, not in the ledger | 文件已收起，台账里没有。",
                "not on the topic | 消息里没有。",
                "revision 3 on the topic, 4 in the archive | 消息里是第 3 稿，库里是第 4 稿。",
                "revision 3 in the index, 4 in the archive | 索引里是第 3 稿，库里是第 4 稿。",
                "not in the index | 索引里没有。",
                "another content in the index | 索引里的内容不同。"
            })
    void differencesAreToldInChinese(String said, String words) {
        assertThat(Trouble.ofDifference(said, Language.ZH)).isEqualTo(new Trouble(words, null));
    }

    @Test
    void technicalErrorIsQuotedBeneathAChineseSentence() {
        assertThat(Trouble.ofDifference("not in the index: circuit_breaking", Language.ZH))
                .isEqualTo(new Trouble("没有进索引：", "not in the index: circuit_breaking"));
        String denied = "java.nio.file.AccessDeniedException: /drop/a.txt";
        assertThat(Trouble.ofAttempt(denied, Language.ZH))
                .isEqualTo(new Trouble("没有权限读取或移动它。", denied));
        assertThat(Trouble.ofAttempt("java.lang.Eclipse: dark\nand cold", Language.ZH))
                .isEqualTo(new Trouble("最近一次没有成功：", "java.lang.Eclipse: dark\nand cold"));
        assertThat(Trouble.ofAttempt(denied, Language.EN)).isEqualTo(new Trouble(denied, null));
    }

    @Test
    void deadLettersSayWhyInChinese() {
        assertThat(Trouble.ofLetter("undecodable", "not JSON: at byte 7", Language.ZH))
                .isEqualTo(new Trouble("看不懂：从第 7 字节起不是 JSON。", null));
        assertThat(Trouble.ofLetter("document_parsing_exception", "[3:1] failed", Language.ZH))
                .isEqualTo(new Trouble("索引不收：", "document_parsing_exception: [3:1] failed"));
    }

    @Test
    void whatSourcesOfAPageSayIsToldWithTheirNames() {
        String said =
                "date: the page says 2026-01-15, 3.txt.meta.yaml says 2026-01-16; the first counts";

        assertThat(Trouble.ofPage(said, Language.ZH).words())
                .isEqualTo("日期：版面说是“2026-01-15”，3.txt.meta.yaml说是“2026-01-16”；以前者为准。");
    }

    @Test
    void percentInWhatIsSaidIsText() {
        assertThat(Trouble.ofLetter("undecodable", "unknown type: 100%s", Language.ZH).words())
                .isEqualTo("看不懂：没有“100%s”这种事件。");
    }
}
