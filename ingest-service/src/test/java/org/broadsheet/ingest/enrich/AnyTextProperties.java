package org.broadsheet.ingest.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Enrichment is an extra: no text may make it fail, or the article would not be stored.
class AnyTextProperties {
    @Property(tries = 500, seed = "20261121")
    void everyTextIsEnriched(@ForAll("any") String text) {
        TaggedText tagged = TaggedText.of(List.of(text, text), 1);

        assertThat(Persons.in(tagged)).doesNotHaveDuplicates();
        assertThat(Places.in(tagged, List.of())).doesNotHaveDuplicates();
        assertThat(Organisations.in(tagged)).doesNotHaveDuplicates();
        assertThat(Keywords.of(tagged)).doesNotContain("");
        assertThat(SimHash.bands(text)).allMatch(band -> band.matches("[0-3]-[0-9a-f]{4}"));
        assertThat(Reprint.key(text))
                .satisfiesAnyOf(
                        key -> assertThat(key).isNull(), key -> assertThat(key).hasSize(32));
    }

    @Provide
    Arbitrary<String> any() {
        Arbitrary<String> wild = Arbitraries.strings().all().ofMaxLength(80);
        Arbitrary<String> known =
                Arbitraries.of(
                                "王飞", "书记", "说", "、", "和", "等", "鄂尔多斯", "市", "公安局", "党支部", "委员会",
                                "2026", "年", "\n", " ", "\ud840", "𠮷", "@", "/nr", "始##始", "末##末",
                                "（", "”", "公司", "有限", "研究院", "欧阳修", "习近平", "毛罗木扎木素", "", "。")
                        .list()
                        .ofMaxSize(40)
                        .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(wild, known);
    }
}
