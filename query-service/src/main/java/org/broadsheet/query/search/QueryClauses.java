package org.broadsheet.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.query.syntax.Field;
import org.broadsheet.query.syntax.QueryNode;
import org.broadsheet.query.syntax.QueryNode.All;
import org.broadsheet.query.syntax.QueryNode.Any;
import org.broadsheet.query.syntax.QueryNode.Days;
import org.broadsheet.query.syntax.QueryNode.Fuzzy;
import org.broadsheet.query.syntax.QueryNode.Leaf;
import org.broadsheet.query.syntax.QueryNode.Not;
import org.broadsheet.query.syntax.QueryNode.Pages;
import org.broadsheet.query.syntax.QueryNode.Pattern;
import org.broadsheet.query.syntax.QueryNode.Phrase;
import org.broadsheet.query.syntax.QueryNode.Word;
import org.broadsheet.query.syntax.ReadQuery;

/// A query's tree as Elasticsearch's clauses, node by node: what must match, and what is marked.
final class QueryClauses {
    private QueryClauses() {}

    static Query of(QueryNode node) {
        return switch (node) {
            case All(List<QueryNode> parts) when isQuestion(parts) ->
                    TermClauses.of(new QueryTerm.LongRun(joined(parts)), TextFields.ANYWHERE);
            case All(List<QueryNode> parts) -> all(parts);
            case Any(List<QueryNode> parts) -> any(parts.stream().map(QueryClauses::of).toList());
            case Not(QueryNode part) -> none(of(part));
            case Leaf leaf -> leaf(leaf);
        };
    }

    /// Words alone that ask something. What a page shares with a question is not what stands
    /// between the question's spaces, so they are read as one.
    private static boolean isQuestion(List<QueryNode> parts) {
        return parts.stream().allMatch(QueryClauses::isBareWord)
                && QuestionWords.isQuestion(joined(parts));
    }

    private static boolean isBareWord(QueryNode node) {
        return node instanceof Word(Field field, String _) && field == Field.ANYWHERE;
    }

    private static String joined(List<QueryNode> words) {
        return words.stream()
                .map(word -> word instanceof Word(Field _, String text) ? text : "")
                .collect(Collectors.joining(" "));
    }

    /// What is marked in the headline or in the body: every leaf that may stand there and is not
    /// excluded.
    ///
    /// @param text [Field#HEADLINE] or [Field#BODY]
    static List<Query> marks(ReadQuery read, Field text) {
        return read.wanted().flatMap(leaf -> marks(leaf, text)).toList();
    }

    private static Query all(List<QueryNode> parts) {
        BoolQuery.Builder bool = new BoolQuery.Builder();
        for (QueryNode part : parts) {
            switch (part) {
                case Not(QueryNode inner) -> bool.mustNot(of(inner));
                case Days _, Pages _ -> bool.filter(of(part));
                case All _, Any _, Leaf _ -> bool.must(of(part));
            }
        }
        return Query.of(query -> query.bool(bool.build()));
    }

    private static Query leaf(Leaf leaf) {
        return switch (leaf) {
            case Word(Field field, String text) when field.isText() ->
                    TermClauses.of(QueryTerm.of(text), TextFields.of(field));
            case Word(Field field, String text) -> NameClauses.of(field, text);
            case Phrase(Field field, String text, int slop) when field.isText() && slop > 0 ->
                    PatternClauses.near(text, slop, TextFields.of(field));
            case Phrase(Field field, String text, int _) when field.isText() ->
                    TermClauses.of(new QueryTerm.Phrase(text), TextFields.of(field));
            case Phrase(Field field, String text, int _) -> NameClauses.of(field, text);
            case Pattern(Field field, String pattern) when field.isText() ->
                    PatternClauses.of(pattern, TextFields.of(field));
            case Pattern(Field field, String pattern) -> NameClauses.like(field, pattern);
            case Fuzzy(Field field, String text) when field.isText() ->
                    PatternClauses.fuzzy(text, TextFields.of(field));
            case Fuzzy(Field field, String text) -> NameClauses.fuzzy(field, text);
            case Days days -> ArticleFilters.days(days.first(), days.last());
            case Pages(int first, int last) -> ArticleFilters.pages(first, last);
        };
    }

    private static Stream<Query> marks(Leaf leaf, Field text) {
        TextFields in = TextFields.marked(text);
        return switch (leaf) {
            case Word(Field field, String word) when stands(field, text) ->
                    Stream.of(TermClauses.marks(QueryTerm.of(word), in));
            case Phrase(Field field, String words, int slop)
                    when field.isText() && slop > 0 && stands(field, text) ->
                    Stream.of(PatternClauses.near(words, slop, in));
            case Phrase(Field field, String words, int _) when stands(field, text) ->
                    Stream.of(TermClauses.marks(new QueryTerm.Phrase(words), in));
            case Pattern(Field field, String pattern) when field.isText() && stands(field, text) ->
                    Stream.of(PatternClauses.of(pattern, in));
            case Fuzzy(Field field, String word) when field.isText() && stands(field, text) ->
                    Stream.of(PatternClauses.fuzzyMarks(word, in));
            case Word _, Phrase _, Pattern _, Fuzzy _, Days _, Pages _ -> Stream.empty();
        };
    }

    /// A person, a place and an organisation were found in the text.
    private static boolean stands(Field field, Field text) {
        return switch (field) {
            case ANYWHERE, PERSON, PLACE, ORGANISATION -> true;
            case HEADLINE, BODY -> field == text;
            case AUTHOR, COLUMN, SOURCE, NEWSPAPER, PAGE, DATE, KIND, FILE -> false;
        };
    }

    static Query any(List<Query> alternatives) {
        return Query.of(
                query -> query.bool(bool -> bool.should(alternatives).minimumShouldMatch("1")));
    }

    static Query both(Query one, Query other) {
        return Query.of(query -> query.bool(bool -> bool.filter(one, other)));
    }

    private static Query none(Query query) {
        return Query.of(q -> q.bool(bool -> bool.mustNot(query)));
    }
}
