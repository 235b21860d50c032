package org.broadsheet.index.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.broadsheet.index.index.IndexScan.Entry;
import org.junit.jupiter.api.Test;

class IndexComparisonTest {
    private static final List<Entry> OLD =
            List.of(live("a", 1, "x"), live("b", 4, "y"), new Entry("c", 2, "", true));

    @Test
    void sameDocumentsAndMoreAreEnough() {
        IndexComparison comparison =
                compare(
                        live("a", 1, "x"),
                        live("aa", 1, "z"),
                        live("b", 5, "new"),
                        live("d", 1, "z"));

        assertThat(comparison).isEqualTo(new IndexComparison(3, 0, List.of()));
    }

    @Test
    void missingOlderAndOtherDocumentsAreCountedAndNamed() {
        assertThat(compare(live("b", 3, "y")))
                .isEqualTo(
                        new IndexComparison(3, 2, List.of("a missing", "b at revision 3, was 4")));
        assertThat(compare(live("a", 1, "other"), live("b", 4, "y")).examples())
                .containsExactly("a with another content");
    }

    @Test
    void emptyIndexIsNotEnough() {
        assertThat(compare().lacking()).isEqualTo(2);
    }

    private static IndexComparison compare(Entry... now) {
        return IndexComparison.of(OLD.iterator(), List.of(now).iterator());
    }

    private static Entry live(String id, long revision, String hash) {
        return new Entry(id, revision, hash, false);
    }
}
