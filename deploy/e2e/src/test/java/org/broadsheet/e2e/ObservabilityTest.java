package org.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservabilityTest {
    @Test
    void everyAlertHasItsParagraphInTheRunbookAndInItsOrder() throws Exception {
        assertThat(Observability.alertNames()).hasSizeGreaterThan(10).doesNotHaveDuplicates();
        assertThat(Observability.runbookParagraphs())
                .containsExactlyElementsOf(Observability.alertNames());
    }

    @Test
    void boardAsksTheDataSourceThatIsProvisionedAndPanelsDoNotOverlap() throws Exception {
        JsonNode panels = Observability.board().get("panels");

        assertThat(panels.findValuesAsText("uid")).isNotEmpty().containsOnly("prometheus");
        List<String> places =
                panels.valueStream()
                        .map(p -> p.get("gridPos").get("x") + "," + p.get("gridPos").get("y"))
                        .toList();
        assertThat(places).hasSizeGreaterThan(20).doesNotHaveDuplicates();
        assertThat(panels.findValuesAsText("id")).doesNotHaveDuplicates();
    }

    @Test
    void documentationBoardAndAlertsSpeakOfTheSameMetrics() throws Exception {
        assertThat(Observability.metrics()).hasSizeGreaterThan(15);
        assertThat(
                        Observability.asked().stream()
                                .filter(name -> name.startsWith("broadsheet_"))
                                .map(Observability::metric)
                                .distinct())
                .containsExactlyInAnyOrderElementsOf(Observability.metrics().keySet());
    }
}
