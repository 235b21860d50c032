package org.broadsheet.benchmark.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.broadsheet.benchmark.result.PowerLaw.Point;
import org.broadsheet.benchmark.result.Report.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir private Path folder;

    @Test
    void medianAndSpread() {
        assertThat(rounds(3, 1, 2).median()).isEqualTo(2);
        assertThat(rounds(4, 1, 2, 100).median()).isEqualTo(3);
        assertThat(rounds(3, 1, 20.26).shown()).isEqualTo("3.00 (1.00 to 20.3)");
        assertThat(rounds(1, 2, 3).to(rounds(4, 4, 5))).isEqualTo(0.5);
        assertThatThrownBy(() -> new Rounds().median()).hasMessageContaining("nothing");
    }

    @Test
    void exponentOfGrowth() {
        PowerLaw square = PowerLaw.of(List.of(new Point(1, 3), new Point(2, 12), new Point(4, 48)));

        assertThat(square.exponent()).isCloseTo(2, within(1e-9));
        assertThat(square.factor()).isCloseTo(3, within(1e-9));
        assertThat(square.fit()).isCloseTo(1, within(1e-9));
        assertThat(PowerLaw.of(List.of(new Point(1, 5), new Point(10, 5))).exponent()).isZero();
        assertThatThrownBy(() -> PowerLaw.of(List.of(new Point(1, 1), new Point(1, 2))))
                .hasMessageContaining("two sizes");
    }

    @Test
    void newAnswerTakesThePlaceOfTheFormerOne() throws IOException {
        assertThat(
                        page(
                                section("search", "first"),
                                section("parse", "other"),
                                section("search", "second")))
                .contains("| a | b |\n|---|---|\n| other | 1 |")
                .contains("second", "![Bars](search.svg)", "processors")
                .doesNotContain("first")
                .containsSubsequence("other", "second");
    }

    @Test
    void answersForArchivesOfSeveralSizesStandSideBySide() throws IOException {
        assertThat(
                        page(
                                section("search-1000000", "large"),
                                section("search-20000", "small"),
                                section("completion-20000", "other")))
                .containsSubsequence("small", "large", "other");
        assertThatThrownBy(() -> page(section("unknown-20000", "")))
                .hasMessageContaining("unknown-20000");
    }

    private String page(Section... sections) throws IOException {
        Report report = new Report(folder);
        for (Section section : sections) {
            report.add(section);
        }
        return Files.readString(folder.resolve("README.md"));
    }

    @Test
    void plotsAreWellFormed() throws Exception {
        Plot growth =
                Plot.growth(
                        "growth",
                        "Growth",
                        "articles",
                        Map.of("a < b", List.of(new Point(10, 1), new Point(100, 11))));
        for (Plot plot : List.of(bars(), growth)) {
            Path file = Files.writeString(folder.resolve(plot.name() + ".svg"), plot.svg());
            var svg =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
            assertThat(svg.getDocumentElement().getTextContent()).contains(plot.title());
        }
        assertThat(growth.svg()).contains("a &lt; b: n^1.04");
    }

    private static Section section(String name, String cell) {
        return new Section(
                name,
                "Title",
                "Method.",
                List.of(List.of("a", "b"), List.of(cell, "1")),
                List.of("Remark."),
                List.of(bars()));
    }

    private static Plot bars() {
        return Plot.bars("search", "Bars", Map.of("R&D", rounds(1, 2, 3)));
    }

    private static Rounds rounds(double... figures) {
        Rounds rounds = new Rounds();
        for (double figure : figures) {
            rounds.add(figure);
        }
        return rounds;
    }
}
