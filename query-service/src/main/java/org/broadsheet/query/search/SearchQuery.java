package org.broadsheet.query.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.broadsheet.query.syntax.ReadQuery;
import org.broadsheet.query.wording.Message;
import org.jspecify.annotations.Nullable;

/// A search that can be run: what the parameters said, checked once.
///
/// @param text what the reader typed; empty asks for all articles
/// @param from first day, null for an open beginning
/// @param to last day, null for an open end
/// @param choices what has been chosen of facets
/// @param facets the facets to count
/// @param facetSize how many values of each
/// @param order as asked for; see [#effectiveOrder()]
/// @param reprints how texts that were printed more than once are listed
/// @param cursor where to go on; null for the beginning, or for the offset
public record SearchQuery(
        String text,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Map<Facet, Choice> choices,
        List<Facet> facets,
        int facetSize,
        SearchOrder order,
        int offset,
        int limit,
        Reprints reprints,
        @Nullable Cursor cursor) {

    public SearchQuery {
        text = text.strip();
        choices = Map.copyOf(choices);
        facets = List.copyOf(facets);
        if (from != null && to != null && to.isBefore(from)) {
            throw new InvalidParameter(
                    "to",
                    new Message(
                            "日期范围的终点早于起点：请给出不早于 " + from + " 的日期。",
                            "The range ends before it starts: give a day not before "
                                    + from
                                    + "."));
        }
        if (offset < 0 || limit < 1) {
            throw new IllegalArgumentException("no such slice: " + offset + " + " + limit);
        }
    }

    /// The text as it is understood.
    public ReadQuery read() {
        return ReadQuery.of(text);
    }

    /// Without a text nothing is more relevant than anything else: the newest comes first.
    public SearchOrder effectiveOrder() {
        return text.isEmpty() && order == SearchOrder.RELEVANCE ? SearchOrder.NEWEST : order;
    }

    /// The same hits in the same order have the same mark.
    int mark() {
        String choice = new TreeMap<>(choices).toString();
        return List.of(text, from + "", to + "", choice, effectiveOrder().word(), reprints.word())
                .hashCode();
    }

    /// Is narrowed beyond its text.
    public boolean isNarrowed() {
        return from != null || to != null || !choices.isEmpty();
    }

    /// The same search with another text.
    SearchQuery asking(String other) {
        return new SearchQuery(
                other, from, to, choices, facets, facetSize, order, offset, limit, reprints,
                cursor);
    }
}
