package org.broadsheet.query.search;

import java.time.LocalDate;
import org.broadsheet.query.article.ArticleKind;
import org.broadsheet.query.syntax.ReadQuery;
import org.broadsheet.query.wording.Message;
import org.jspecify.annotations.Nullable;

/// A search that can be run: what the parameters said, checked once. Null is a filter not set.
///
/// @param text what the reader typed; empty asks for all articles
/// @param order as asked for; see [#effectiveOrder()]
public record SearchQuery(
        String text,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String title,
        @Nullable String column,
        @Nullable String author,
        @Nullable ArticleKind kind,
        @Nullable String file,
        SearchOrder order,
        int offset,
        int limit) {

    public SearchQuery {
        text = text.strip();
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
}
