package org.broadsheet.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.List;

/// One term of the query as clauses: what must match, what adds to the score, what is marked.
final class TermClauses {
    /// How many of a long run's pairs one field must hold: three quarters of a short expression
    /// (新质生产力 is one thing), half of a longer one (two words and what joins them), a third of a
    /// sentence. A reader's question shares few pairs with its answer, and a sentence pasted with a
    /// misprint must still find its article; the ranking does the rest.
    private static final String PAIRS_REQUIRED = "2<75% 7<50% 15<34%";

    private TermClauses() {}

    /// The clause for one term.
    static Query of(QueryTerm term) {
        return switch (term) {
            // The pairs know nothing of a character that stands alone.
            case QueryTerm.Single(String text) -> sum(text, IndexField.characters());
            case QueryTerm.ShortRun(String text) -> exact(text);
            case QueryTerm.Phrase(String text) -> exact(text);
            case QueryTerm.LongRun(String text) -> lenient(text);
        };
    }

    /// What to mark for one term: whatever let it match, and never the single characters of a run,
    /// which stand all over a page.
    static Query marks(QueryTerm term) {
        return switch (term) {
            case QueryTerm.Single(String text) -> phrase(text);
            case QueryTerm.ShortRun(String text) -> phrase(text);
            case QueryTerm.Phrase(String text) -> phrase(text);
            case QueryTerm.LongRun(String text) -> any(phrase(text), mostPairs(text));
        };
    }

    /// The characters side by side in one field. Single characters are left out of the score: a
    /// page full of 党 and of 建 is no better answer to 党建.
    private static Query exact(String text) {
        return Query.of(
                query ->
                        query.bool(
                                bool ->
                                        bool.must(any(phrase(text), photographer(text)))
                                                .should(sum(text, IndexField.pairs()))));
    }

    /// Enough pairs in one field, or the whole run anywhere; ranked by the sum of pairs and
    /// characters, the run as a whole first.
    private static Query lenient(String text) {
        return Query.of(
                query ->
                        query.bool(
                                bool ->
                                        bool.filter(any(phrase(text), mostPairs(text)))
                                                .should(sum(text, IndexField.pairs()))
                                                .should(sum(text, IndexField.characters()))
                                                .should(phrase(text))));
    }

    private static Query phrase(String text) {
        return Query.of(
                query ->
                        query.multiMatch(
                                match ->
                                        match.query(text)
                                                .type(TextQueryType.Phrase)
                                                .fields(IndexField.characters())));
    }

    private static Query mostPairs(String text) {
        return Query.of(
                query ->
                        query.multiMatch(
                                match ->
                                        match.query(text)
                                                .type(TextQueryType.BestFields)
                                                .fields(IndexField.pairs())
                                                .minimumShouldMatch(PAIRS_REQUIRED)));
    }

    private static Query sum(String text, List<String> fields) {
        return Query.of(
                query ->
                        query.multiMatch(
                                match ->
                                        match.query(text)
                                                .type(TextQueryType.MostFields)
                                                .fields(fields)));
    }

    /// Who took a picture stands in no text field.
    private static Query photographer(String name) {
        return ArticleFilters.is(IndexField.PHOTOGRAPHERS, name);
    }

    private static Query any(Query... alternatives) {
        return Query.of(
                query -> query.bool(BoolQuery.of(bool -> bool.should(List.of(alternatives)))));
    }
}
