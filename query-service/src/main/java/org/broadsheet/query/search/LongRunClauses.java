package org.broadsheet.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScore;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.util.ArrayList;
import java.util.List;

/// A long unbroken run: several words, a question, a sentence that was pasted in. What it shares
/// with a page is little and uncertain, so the ranking decides: the sum of words, pairs and
/// characters, times what is gained by holding most of the run.
///
/// The figures were chosen on the 1,002 questions of CMRC 2018's trial part (`deploy/relevance`).
final class LongRunClauses {
    /// How much one field must hold to be a hit at all, of the words or else of the pairs: most of
    /// a short expression, a third or a quarter of a sentence.
    private static final String WORDS_REQUIRED = "2<67% 4<45% 6<34%";

    private static final String PAIRS_REQUIRED = "5<40% 8<25%";

    /// Of a question less will do: it shares few words with its answer. As much as of a sentence
    /// lost 1 of 100 answers, three quarters of the pairs of each lost 15; this loses none.
    private static final String WORDS_OF_A_QUESTION = "1<50% 4<34%";

    private static final String PAIRS_OF_A_QUESTION = "3<50% 6<30% 8<25%";

    /// Who holds much of a run in one field stands before who holds a part of it in a headline or
    /// many times over: 网络志愿服务 is first of all the page that says so once. Factors, because sums
    /// grow with the length of the run. Pairs and words first, because a long page holds most
    /// characters of any run. A misprint costs a sentence two pairs.
    private static final List<Share> PAIRS_FACTORS =
            List.of(new Share("40%", 1.5), new Share("80%", 1.6));

    private static final List<Share> WORDS_FACTORS = List.of(new Share("60%", 1.4));

    /// Of the characters anywhere on the page.
    private static final List<Share> CHARACTERS_FACTORS = List.of(new Share("80%", 1.3));

    private static final double WHOLE_FACTOR = 3;

    /// Who holds at least this share of a run gains by the factor.
    private record Share(String least, double factor) {}

    private LongRunClauses() {}

    static Query of(String run, TextFields in) {
        String asked = QuestionWords.removedFrom(run);
        boolean isQuestion = QuestionWords.isQuestion(run);
        String words = isQuestion ? WORDS_OF_A_QUESTION : WORDS_REQUIRED;
        String pairs = isQuestion ? PAIRS_OF_A_QUESTION : PAIRS_REQUIRED;
        Query matching =
                TermClauses.any(
                        TermClauses.phrase(run, in),
                        held(asked, in.words(), words),
                        held(asked, in.pairs(), pairs));
        Query ranked =
                Query.of(
                        query ->
                                query.bool(
                                        bool ->
                                                bool.filter(matching)
                                                        .should(
                                                                sum(asked, in.words()),
                                                                sum(asked, in.pairs()),
                                                                sum(asked, in.characters()))));
        return Query.of(
                query ->
                        query.functionScore(
                                score ->
                                        score.query(ranked)
                                                .functions(gains(run, asked, in))
                                                .scoreMode(FunctionScoreMode.Multiply)
                                                .boostMode(FunctionBoostMode.Multiply)));
    }

    /// What is marked: the run as it stands, and its pairs.
    static Query marks(String run, TextFields in) {
        return TermClauses.any(
                TermClauses.phrase(run, in), sum(QuestionWords.removedFrom(run), in.pairs()));
    }

    private static List<FunctionScore> gains(String run, String asked, TextFields in) {
        List<FunctionScore> gains = new ArrayList<>();
        for (Share share : PAIRS_FACTORS) {
            gains.add(gain(held(asked, in.pairs(), share.least()), share.factor()));
        }
        for (Share share : WORDS_FACTORS) {
            gains.add(gain(held(asked, in.words(), share.least()), share.factor()));
        }
        for (Share share : CHARACTERS_FACTORS) {
            gains.add(gain(heldTogether(asked, share.least(), in), share.factor()));
        }
        gains.add(gain(TermClauses.phrase(run, in), WHOLE_FACTOR));
        return gains;
    }

    private static FunctionScore gain(Query filter, double factor) {
        return FunctionScore.of(function -> function.filter(filter).weight(factor));
    }

    /// A share of the run's terms in one field.
    private static Query held(String text, List<String> fields, String share) {
        return TermClauses.matching(
                text,
                match ->
                        match.type(TextQueryType.BestFields)
                                .fields(fields)
                                .minimumShouldMatch(share));
    }

    /// A share of the run's characters anywhere in the text of a page.
    private static Query heldTogether(String text, String share, TextFields in) {
        return Query.of(
                query ->
                        query.match(
                                match ->
                                        match.field(in.whole().path())
                                                .query(text)
                                                .minimumShouldMatch(share)));
    }

    private static Query sum(String text, List<String> fields) {
        return TermClauses.sum(text, fields);
    }
}
