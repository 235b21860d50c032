package org.broadsheet.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.broadsheet.ingest.issue.Furniture;
import org.broadsheet.ingest.issue.LineSpan;
import org.junit.jupiter.api.Test;

class LineBalanceTest {
    private static final List<Integer> LINES = List.of(11, 13, 14);

    @Test
    void everyLineIsCountedWhereItWent() {
        LineBalance balance =
                LineBalance.of(LINES, List.of(), List.of(furniture(11, 12)), spans(13, 14));

        assertThat(balance).isEqualTo(new LineBalance(3, 0, 1, 2));
    }

    @Test
    void lostLineIsABug() {
        assertThatThrownBy(() -> LineBalance.of(LINES, List.of(), List.of(), spans(11, 13)))
                .hasMessageContaining("14");
    }

    @Test
    void lineInTwoPlacesIsABug() {
        assertThatThrownBy(
                        () ->
                                LineBalance.of(
                                        LINES,
                                        List.of(),
                                        List.of(furniture(11, 13)),
                                        spans(13, 14)))
                .hasMessageContaining("two places: 13");
    }

    private static Furniture furniture(int first, int last) {
        return new Furniture("", "masthead", spans(first, last));
    }

    private static List<LineSpan> spans(int first, int last) {
        return List.of(new LineSpan(first, last));
    }
}
