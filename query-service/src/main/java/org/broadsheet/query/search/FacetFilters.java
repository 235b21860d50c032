package org.broadsheet.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The choices of a search as filters. They stand behind the query (`post_filter`), so that the
/// counts of one facet can be taken under the choices of all others.
public final class FacetFilters {
    private FacetFilters() {}

    static Query of(Map<Facet, Choice> choices) {
        return all(
                choices.entrySet().stream()
                        .flatMap(e -> of(e.getKey(), e.getValue()).stream())
                        .toList());
    }

    /// What the values of a facet are counted under: the choices of the other facets, and what the
    /// reader left out of this one. So each count is what choosing the value would show.
    static Query under(Map<Facet, Choice> choices, Facet facet) {
        List<Query> filters = new ArrayList<>();
        choices.forEach(
                (other, choice) ->
                        filters.addAll(
                                other == facet
                                        ? of(facet, new Choice(List.of(), choice.never()))
                                        : of(other, choice)));
        return all(filters);
    }

    /// Has this value of a facet, or none at all where it is [Facet#NO_VALUE].
    public static Query is(Facet facet, String value) {
        if (value.equals(Facet.NO_VALUE)) {
            return ArticleFilters.lacks(facet.field());
        }
        return switch (facet) {
            case NEWSPAPER ->
                    QueryClauses.any(
                            List.of(
                                    ArticleFilters.is(IndexField.TITLE_NAME, value),
                                    ArticleFilters.is(IndexField.TITLE_CODE, value)));
            case YEAR -> {
                LocalDate first = LocalDate.of(Integer.parseInt(value), 1, 1);
                yield ArticleFilters.days(first, first.plusYears(1).minusDays(1));
            }
            case MONTH -> {
                YearMonth month = YearMonth.parse(value);
                yield ArticleFilters.days(month.atDay(1), month.atEndOfMonth());
            }
            case PAGE -> {
                int page = Integer.parseInt(value);
                yield ArticleFilters.pages(page, page);
            }
            case COLUMN, AUTHOR, PERSON, PLACE, ORG, SOURCE, KIND, FILE ->
                    ArticleFilters.is(facet.field(), value);
        };
    }

    private static List<Query> of(Facet facet, Choice choice) {
        List<Query> filters = new ArrayList<>();
        if (!choice.only().isEmpty()) {
            filters.add(
                    QueryClauses.any(
                            choice.only().stream().map(value -> is(facet, value)).toList()));
        }
        for (String value : choice.never()) {
            filters.add(Query.of(query -> query.bool(bool -> bool.mustNot(is(facet, value)))));
        }
        return filters;
    }

    private static Query all(List<Query> filters) {
        return Query.of(query -> query.bool(bool -> bool.filter(filters)));
    }
}
