package org.broadsheet.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HighlightsTest {
    @Test
    void adjacentMarksBecomeOne() {
        Highlights highlights =
                Highlights.of(
                        Map.of("headline", List.of("<em>新</em><em>质</em><em>生产</em>与<em>力</em>")));

        assertThat(highlights.headline()).containsExactly("<em>新质生产</em>与<em>力</em>");
        assertThat(highlights.body()).isEmpty();
    }

    @Test
    void marksPartedByASpaceStayApart() {
        Highlights highlights = Highlights.of(Map.of("body", List.of("<em>拨</em> <em>动</em>")));

        assertThat(highlights.body()).containsExactly("<em>拨</em> <em>动</em>");
    }

    @Test
    void letterSpacedWordIsOneMarkThatEndsWithItsLastCharacter() {
        Highlights highlights =
                new Highlights(
                        List.of("<em>新 </em><em>质 </em><em>生 产 力 </em> 来"),
                        List.of("<em>王　</em>飞"));

        assertThat(highlights.headline()).containsExactly("<em>新 质 生 产 力</em>  来");
        assertThat(highlights.body()).containsExactly("<em>王</em>　飞");
    }
}
