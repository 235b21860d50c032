package org.broadsheet.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What narrows a search without ranking it.
public final class ArticleFilters {
    private ArticleFilters() {}

    /// What holds whatever has been chosen of facets.
    static List<Query> of(SearchQuery search) {
        List<Query> filters = new ArrayList<>();
        filters.add(printed());
        if (search.from() != null || search.to() != null) {
            filters.add(days(search.from(), search.to()));
        }
        return filters;
    }

    /// Everything but what has been withdrawn, which stays in the index to keep its version.
    public static Query printed() {
        return Query.of(query -> query.bool(bool -> bool.mustNot(withdrawn())));
    }

    static Query withdrawn() {
        return Query.of(
                query -> query.term(term -> term.field(IndexField.WITHDRAWN.path()).value(true)));
    }

    public static Query is(IndexField field, String value) {
        return Query.of(query -> query.term(term -> term.field(field.path()).value(value)));
    }

    /// Has no value of this field.
    public static Query lacks(IndexField field) {
        return Query.of(
                query ->
                        query.bool(
                                bool ->
                                        bool.mustNot(
                                                not -> not.exists(e -> e.field(field.path())))));
    }

    /// Both ends included; null is an open end.
    public static Query days(@Nullable LocalDate first, @Nullable LocalDate last) {
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

    /// Articles of the pages behind this one, or before it.
    public static Query pagesBeside(int page, boolean behind) {
        return Query.of(
                query ->
                        query.range(
                                range ->
                                        range.number(
                                                number -> {
                                                    number.field(IndexField.PAGE.path());
                                                    return behind
                                                            ? number.gt((double) page)
                                                            : number.lt((double) page);
                                                })));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
