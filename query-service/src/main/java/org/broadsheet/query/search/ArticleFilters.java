package org.broadsheet.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.broadsheet.query.article.ArticleKind;
import org.jspecify.annotations.Nullable;

/// What narrows a search without ranking it.
final class ArticleFilters {
    private ArticleFilters() {}

    static List<Query> of(SearchQuery search) {
        List<Query> filters = new ArrayList<>();
        filters.add(printed());
        if (search.from() != null || search.to() != null) {
            filters.add(days(search.from(), search.to()));
        }
        given(search.title(), ArticleFilters::title).ifPresent(filters::add);
        given(search.column(), name -> is(IndexField.COLUMN, name)).ifPresent(filters::add);
        given(search.author(), ArticleFilters::author).ifPresent(filters::add);
        given(search.kind(), (ArticleKind kind) -> is(IndexField.KIND, kind.word()))
                .ifPresent(filters::add);
        given(search.file(), name -> is(IndexField.FILE, name)).ifPresent(filters::add);
        return filters;
    }

    /// Everything but what has been withdrawn, which stays in the index to keep its version.
    static Query printed() {
        return Query.of(query -> query.bool(bool -> bool.mustNot(withdrawn())));
    }

    static Query withdrawn() {
        return Query.of(
                query -> query.term(term -> term.field(IndexField.WITHDRAWN.path()).value(true)));
    }

    static Query is(IndexField field, String value) {
        return Query.of(query -> query.term(term -> term.field(field.path()).value(value)));
    }

    private static Query title(String nameOrCode) {
        return either(is(IndexField.TITLE_NAME, nameOrCode), is(IndexField.TITLE_CODE, nameOrCode));
    }

    /// Who wrote it or took its pictures.
    private static Query author(String name) {
        return either(is(IndexField.AUTHORS, name), is(IndexField.PHOTOGRAPHERS, name));
    }

    private static Query either(Query... alternatives) {
        return Query.of(query -> query.bool(bool -> bool.should(List.of(alternatives))));
    }

    /// Both ends included; null is an open end.
    static Query days(@Nullable LocalDate first, @Nullable LocalDate last) {
        return Query.of(
                query ->
                        query.range(
                                range ->
                                        range.date(
                                                date ->
                                                        date.field(IndexField.DATE.path())
                                                                .gte(text(first))
                                                                .lte(text(last)))));
    }

    static Query pages(int first, int last) {
        return Query.of(
                query ->
                        query.range(
                                range ->
                                        range.number(
                                                number ->
                                                        number.field(IndexField.PAGE.path())
                                                                .gte((double) first)
                                                                .lte((double) last))));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static <T> Optional<Query> given(@Nullable T value, Function<T, Query> filter) {
        return Optional.ofNullable(value).map(filter);
    }
}
