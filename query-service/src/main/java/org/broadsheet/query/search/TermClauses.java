package org.broadsheet.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.MultiMatchQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.List;
import java.util.function.UnaryOperator;

/// One term of the query as clauses: what must match, what adds to the score, what is marked.
final class TermClauses {
    private TermClauses() {}

    /// The clause for one term.
    static Query of(QueryTerm term, TextFields in) {
        return switch (term) {
            // The pairs know nothing of a character that stands alone.
            case QueryTerm.Single(String text) -> sum(text, in.characters());
            case QueryTerm.ShortRun(String text) -> strict(text, in);
            case QueryTerm.Phrase(String text) -> exact(text, in);
            case QueryTerm.LongRun(String text) -> LongRunClauses.of(text, in);
        };
    }

    /// What to mark for one term: whatever let it match, and never the single characters of a run,
    /// which stand all over a page.
    static Query marks(QueryTerm term, TextFields in) {
        return switch (term) {
            case QueryTerm.Single(String text) -> phrase(text, in);
            case QueryTerm.ShortRun(String text) -> any(phrase(text, in), words(text, in));
            case QueryTerm.Phrase(String text) -> phrase(text, in);
            case QueryTerm.LongRun(String text) -> LongRunClauses.marks(text, in);
        };
    }

    /// The characters side by side in one field, and no synonym.
    private static Query exact(String text, TextFields in) {
        return found(text, phrase(text, in), in);
    }

    /// The characters side by side, or a synonym of the word that they are.
    private static Query strict(String text, TextFields in) {
        return found(text, any(phrase(text, in), words(text, in)), in);
    }

    /// Single characters are left out of the score: a page full of 党 and of 建 is no better answer
    /// to 党建.
    private static Query found(String text, Query matching, TextFields in) {
        return Query.of(
                query ->
                        query.bool(
                                bool ->
                                        bool.must(matching)
                                                .should(
                                                        sum(text, in.words()),
                                                        sum(text, in.pairs()))));
    }

    static Query phrase(String text, TextFields in) {
        return matching(text, match -> match.type(TextQueryType.Phrase).fields(in.characters()));
    }

    /// The run's words side by side, any of them as a synonym.
    private static Query words(String text, TextFields in) {
        return matching(text, match -> match.type(TextQueryType.Phrase).fields(in.words()));
    }

    static Query sum(String text, List<String> fields) {
        return matching(text, match -> match.type(TextQueryType.MostFields).fields(fields));
    }

    static Query matching(String text, UnaryOperator<MultiMatchQuery.Builder> how) {
        return Query.of(query -> query.multiMatch(match -> how.apply(match).query(text)));
    }

    static Query any(Query... alternatives) {
        return Query.of(
                query -> query.bool(BoolQuery.of(bool -> bool.should(List.of(alternatives)))));
    }
}
