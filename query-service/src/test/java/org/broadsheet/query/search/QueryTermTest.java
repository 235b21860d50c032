package org.broadsheet.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.broadsheet.query.search.QueryTerm.LongRun;
import org.broadsheet.query.search.QueryTerm.ShortRun;
import org.broadsheet.query.search.QueryTerm.Single;
import org.junit.jupiter.api.Test;

class QueryTermTest {
    @Test
    void lengthOfARunDecidesHowItIsLookedFor() {
        assertThat(Stream.of("党", "党建", "党建联盟", "新质生产力").map(QueryTerm::of))
                .containsExactly(
                        new Single("党"),
                        new ShortRun("党建"),
                        new ShortRun("党建联盟"),
                        new LongRun("新质生产力"));
    }

    @Test
    void latinWordsAndNumbersCountAsOne() {
        assertThat(Stream.of("Kafka", "1.5", "2024年", "G20峰会", "𠮷").map(QueryTerm::of))
                .containsExactly(
                        new Single("Kafka"),
                        new Single("1.5"),
                        new ShortRun("2024年"),
                        new ShortRun("G20峰会"),
                        new Single("𠮷"));
    }
}
