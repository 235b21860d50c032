package org.broadsheet.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScore;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.MultiMatchQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.List;
import java.util.function.UnaryOperator;

/// One term of the query as clauses: what must match, what adds to the score, what is marked.
final class TermClauses {
    /// How many of a long run's pairs one field must hold: three quarters of a short expression
    /// (新质生产力 is one thing), half of a longer one (two words and what joins them), a third of a
    /// sentence. A reader's question shares few pairs with its answer, and a sentence pasted with a
    /// misprint must still find its article; the ranking does the rest.
    private static final String PAIRS_REQUIRED = "2<75% 7<50% 15<34%";

    /// Who holds nearly all of a run stands before who holds a part of it in a headline or many
    /// times over: 网络志愿服务 is first of all the page that says so once, not the one with 志愿服务 in its
    /// headline. Factors, because sums grow with the length of the run. A misprint costs a sentence
    /// two pairs.
    private static final String PAIRS_NEARLY_ALL = "80%";

    private static final double NEARLY_ALL_FACTOR = 1.5;
    private static final double WHOLE_FACTOR = 3;

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
            case QueryTerm.LongRun(String text) -> any(phrase(text), pairs(text, PAIRS_REQUIRED));
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
    /// characters, times what is gained by holding nearly all of it, or the whole.
    private static Query lenient(String text) {
        Query matching = any(phrase(text), pairs(text, PAIRS_REQUIRED));
        Query byPairs = sum(text, IndexField.pairs());
        Query byCharacters = sum(text, IndexField.characters());
        Query ranked = Query.of(q -> q.bool(b -> b.filter(matching).should(byPairs, byCharacters)));
        FunctionScore nearlyAll = gain(pairs(text, PAIRS_NEARLY_ALL), NEARLY_ALL_FACTOR);
        FunctionScore whole = gain(phrase(text), WHOLE_FACTOR);
        return Query.of(
                query ->
                        query.functionScore(
                                score ->
                                        score.query(ranked)
                                                .functions(nearlyAll, whole)
                                                .scoreMode(FunctionScoreMode.Multiply)
                                                .boostMode(FunctionBoostMode.Multiply)));
    }

    private static FunctionScore gain(Query filter, double factor) {
        return FunctionScore.of(function -> function.filter(filter).weight(factor));
    }

    private static Query phrase(String text) {
        return matching(
                text, match -> match.type(TextQueryType.Phrase).fields(IndexField.characters()));
    }

    private static Query pairs(String text, String required) {
        return matching(
                text,
                match ->
                        match.type(TextQueryType.BestFields)
                                .fields(IndexField.pairs())
                                .minimumShouldMatch(required));
    }

    private static Query sum(String text, List<String> fields) {
        return matching(text, match -> match.type(TextQueryType.MostFields).fields(fields));
    }

    private static Query matching(String text, UnaryOperator<MultiMatchQuery.Builder> how) {
        return Query.of(query -> query.multiMatch(match -> how.apply(match).query(text)));
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
