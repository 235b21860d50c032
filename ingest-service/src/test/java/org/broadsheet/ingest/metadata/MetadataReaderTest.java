package org.broadsheet.ingest.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.broadsheet.ingest.issue.Furniture;
import org.broadsheet.ingest.issue.IssueMetadata;
import org.broadsheet.ingest.issue.LineSpan;
import org.broadsheet.ingest.issue.Sidecar;
import org.broadsheet.ingest.issue.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataReaderTest {
    private static final List<String> PATTERNS =
            List.of(
                    "{title}/{date}/{page}_{name}",
                    "{title}/{date}/{page}",
                    "{title}_{date}_{page}",
                    "{title}-{date}-{page}",
                    "{title}/{date}",
                    "{date}/{page}");
    private final MetadataReader reader = new MetadataReader(() -> PATTERNS);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "鄂尔多斯日报/2026-01-15/3.txt,        鄂尔多斯日报, 2026-01-15, 3, -",
                "鄂尔多斯日报/2026-01-15/第03版.md,    鄂尔多斯日报, 2026-01-15, 3, -",
                "鄂尔多斯日报/2026-01-15/A04_要闻.txt, 鄂尔多斯日报, 2026-01-15, 4, 要闻",
                "archive/2026/河州日报/20260115/2.txt, 河州日报,     2026-01-15, 2, -",
                "河州日报_20260115_二版.txt,           河州日报,     2026-01-15, 2, -",
                "河州日报-2026-01-15-12.txt,           河州日报,     2026-01-15, 12, -",
                "河州日报/2026年1月15日.txt,           河州日报,     2026-01-15, -, -",
                "2026-01-15/7.txt,                     -,            2026-01-15, 7, -",
                "000_9b64ffe4023acaac.txt,             -,            -,          -, -",
                "河州日报/2026-02-30/1.txt,            -,            -,          -, -",
                "notes/page.txt,                       -,            -,          -, -"
            })
    void fileNamesSayWhatTheirPatternsName(
            String name, String title, LocalDate date, Integer page, String pageName)
            throws MetadataProblem {
        assertThat(ofPage(name, List.of(), "正文").metadata())
                .isEqualTo(new IssueMetadata(null, title, date, null, page, pageName));
    }

    @Test
    void ownSidecarComesBeforeTheFoldersAndBothBeforeTheName() throws MetadataProblem {
        List<Sidecar> sidecars =
                List.of(
                        new Sidecar("3.txt.meta.yaml", "版名: 理论\npage: 4"),
                        new Sidecar("issue.yaml", "报纸: 鄂尔多斯日报\ndate: 2026-01-15\nname: 要闻"));

        PageMetadata found = ofPage("河州日报/2026-01-16/3.txt", sidecars, "正文");

        assertThat(found.metadata())
                .isEqualTo(
                        new IssueMetadata(
                                null, "鄂尔多斯日报", LocalDate.of(2026, 1, 15), null, 4, "理论"));
        assertThat(found.conflicts())
                .containsExactly(
                        "newspaper: issue.yaml says 鄂尔多斯日报, the file's name says 河州日报; the first"
                                + " counts",
                        "date: issue.yaml says 2026-01-15, the file's name says 2026-01-16; the"
                                + " first counts",
                        "page number: 3.txt.meta.yaml says 4, the file's name says 3; the first"
                                + " counts",
                        "page name: 3.txt.meta.yaml says 理论, issue.yaml says 要闻; the first counts");
    }

    @Test
    void frontMatterSpeaksBesideOtherThings() throws MetadataProblem {
        String text = "---\nnewspaper: 河州日报\ndate: 2026-01-15\ntags: [a, b]\n---\n# 标题\n";

        assertThat(ofPage("a.md", List.of(), text).metadata())
                .isEqualTo(
                        new IssueMetadata(
                                null, "河州日报", LocalDate.of(2026, 1, 15), null, null, null));
    }

    @Test
    void textBetweenTwoRulesIsNoFrontMatter() throws MetadataProblem {
        assertThat(ofPage("a.md", List.of(), "---\n正文: [没有\n---\n").metadata())
                .isEqualTo(IssueMetadata.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "datum: 2026-01-15 | holds 'datum'",
                "date: yesterday   | says 'yesterday' for the date; write it as 2026-01-15",
                "date: 2026-02-30  | says '2026-02-30' for the date",
                "page: 0           | says '0' for the page",
                "just words        | is not a list",
                "title: [          | is not YAML"
            })
    void sidecarThatCannotBeReadIsNamedWithTheWayOut(String yaml, String words) {
        List<Sidecar> sidecars = List.of(new Sidecar("issue.yaml", yaml));

        assertThatThrownBy(() -> reader.read("a.txt", told(sidecars), "正文"))
                .isInstanceOf(MetadataProblem.class)
                .hasMessageStartingWith("issue.yaml ")
                .hasMessageContaining(words)
                .hasMessageContaining("Mend it and try again.");
    }

    @Test
    void emptySidecarSaysNothing() throws MetadataProblem {
        assertThat(ofPage("a.txt", List.of(new Sidecar("issue.yaml", "\n")), "正文").metadata())
                .isEqualTo(IssueMetadata.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "河州日报 2026年1月15日 星期四 第3版 责任编辑：张 华 | 河州日报 | 2026-01-15 | 3",
                "2026年1月21日 星期三 农历乙巳年腊月初三            | -        | 2026-01-21 | -",
                "A03                                              | -        | -          | 3",
                "中華民國一一五年一月二十一日                        | -        | 2026-01-21 | -",
                "二〇二六年一月十五日 第四版                         | -        | 2026-01-15 | 4",
                "HEZHOU DAILY Thursday, January 15, 2026 PAGE 5   | -        | 2026-01-15 | 5",
                "國內统一连续出版物号 CN 42-0099                    | -        | -          | -"
            })
    void pageIsBelievedWhatItPrints(String printed, String title, LocalDate date, Integer page)
            throws MetadataProblem {
        Furniture folio = new Furniture(printed, "folio", List.of(new LineSpan(1, 1)));

        assertThat(reader.read("a.txt", Told.NOTHING, "正文").ofPage(List.of(folio), 1).metadata())
                .isEqualTo(new IssueMetadata(null, title, date, null, page, null));
    }

    @Test
    void columnTitleIsNoMasthead() throws MetadataProblem {
        Furniture column = new Furniture("2026年1月15日", "column", List.of(new LineSpan(1, 1)));

        assertThat(reader.read("a.txt", Told.NOTHING, "正文").ofPage(List.of(column), 1).metadata())
                .isEqualTo(IssueMetadata.UNKNOWN);
    }

    @Test
    void pageSaidOfAFileOfSeveralPagesIsTrueOfNone() throws MetadataProblem {
        assertThat(
                        reader.read("河州日报/2026-01-15/3.txt", Told.NOTHING, "正文")
                                .ofPage(List.of(), 2)
                                .metadata())
                .isEqualTo(
                        new IssueMetadata(
                                null, "河州日报", LocalDate.of(2026, 1, 15), null, null, null));
    }

    @Test
    void unknownWordInAPatternIsNamed() {
        assertThatThrownBy(() -> PathPattern.of("{paper}/{date}"))
                .hasMessageContaining("metadata.path-patterns: {paper} in '{paper}/{date}'")
                .hasMessageContaining("{title}");
    }

    private static Told told(List<Sidecar> sidecars) {
        return new Told(IssueMetadata.UNKNOWN, sidecars);
    }

    private PageMetadata ofPage(String name, List<Sidecar> sidecars, String text)
            throws MetadataProblem {
        return reader.read(name, told(sidecars), text).ofPage(List.of(), 1);
    }
}
