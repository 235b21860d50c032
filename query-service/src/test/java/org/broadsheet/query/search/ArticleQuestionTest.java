package org.broadsheet.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.broadsheet.query.syntax.ReadQuery;
import org.junit.jupiter.api.Test;

class ArticleQuestionTest {
    @Test
    void everySearchLeavesOutWhatIsWithdrawn() {
        assertThat(query("").toString())
                .contains("\"must_not\":[{\"term\":{\"withdrawn\":{\"value\":true}}}]");
    }

    @Test
    void singleCharacterIsLookedForAmongTheCharacters() {
        Query term = only(query("党"));

        assertThat(term.multiMatch().type()).isEqualTo(TextQueryType.MostFields);
        assertThat(term.multiMatch().fields())
                .contains("headline^4.0", "contributors.text^2.0")
                .noneMatch(field -> field.contains(".bi"));
    }

    @Test
    void shortRunMustStandTogether() {
        Query term = only(query("党建"));

        assertThat(term.bool().must().toString()).contains("\"type\":\"phrase\"");
        assertThat(term.bool().should().toString())
                .contains("body.bi")
                .doesNotContain("\"body^1.0\"");
    }

    @Test
    void longRunNeedsAShareOfItsPairs() {
        Query term = only(query("鄂尔多斯碳中和研究院"));

        Query ranked = term.functionScore().query();
        assertThat(ranked).isNotNull();
        assertThat(ranked.bool().must()).isEmpty();
        assertThat(ranked.bool().filter().toString()).contains("\"minimum_should_match\":");
    }

    @Test
    void wordsPartedBySpacesAreAllRequired() {
        assertThat(only(query("党建 志愿 \"微幸福\"")).bool().must()).hasSize(3);
    }

    @Test
    void punctuationAloneFindsNothing() {
        assertThat(query("？？").isMatchNone()).isTrue();
    }

    @Test
    void totalIsExactAndHeavyPartsStayBehind() {
        SearchRequest request =
                ArticleQuestion.first(search("党建"), new SearchRequest.Builder()).build();

        assertThat(request.trackTotalHits()).isNotNull();
        assertThat(request.toString())
                .contains("\"track_total_hits\":true")
                .contains("\"excludes\":[\"parts\",\"captions\",\"fields\",\"lines\"]");
    }

    @Test
    void whatIsMarkedIsLookedForWhereItIsMarkedAlone() {
        ReadQuery read =
                ReadQuery.of(
                        "党建 鄂尔多斯碳中和研究院 \"微幸福\" \"志愿 服务\"~2 发展*经济 劳动模范~" + " 模范~ nba* nba~ 党 -无关");

        assertThat(ArticleQuestion.marks(read).fields())
                .allSatisfy(
                        text ->
                                assertThat(named(text.value()))
                                        .contains(text.name())
                                        .isSubsetOf(
                                                text.name(),
                                                text.name() + ".bi",
                                                text.name() + ".word"));
    }

    /// The fields of a question, without their weights.
    private static List<String> named(HighlightField marked) {
        return Pattern.compile(
                        "\"((?:headline|kicker|deck|body|caption|column|contributors|source|allText)[.a-z]*)")
                .matcher(Objects.requireNonNull(marked.highlightQuery()).toString())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void orderEndsWithThePlaceOnPaper() {
        assertThat(HitOrder.of(SearchOrder.RELEVANCE).sort().toString())
                .matches(".*_score.*date.*page.*pageId.*position.*id.*");
    }

    private static Query query(String text) {
        return ArticleQuestion.query(search(text));
    }

    private static Query only(Query query) {
        return query.bool().must().getFirst();
    }

    private static SearchQuery search(String text) {
        return new SearchQuery(
                text,
                null,
                null,
                Map.of(),
                List.of(),
                10,
                SearchOrder.RELEVANCE,
                0,
                20,
                Reprints.TOGETHER,
                null);
    }
}
