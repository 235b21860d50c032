package org.broadsheet.query.search;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The order of hits as Elasticsearch's keys. The id ends it, so that it is the same every time and
/// a cursor marks one place. What lacks a key comes last whichever way the key runs.
public record HitOrder(List<Key> keys) {
    /// @param field null for the score
    public record Key(@Nullable IndexField field, boolean descending, boolean missingFirst) {
        Key reversed() {
            return new Key(field, !descending, !missingFirst);
        }

        SortOptions sort() {
            SortOrder order = descending ? SortOrder.Desc : SortOrder.Asc;
            if (field == null) {
                return SortOptions.of(sort -> sort.score(score -> score.order(order)));
            }
            String path = field.path();
            String missing = missingFirst ? "_first" : "_last";
            return SortOptions.of(
                    sort -> sort.field(f -> f.field(path).order(order).missing(missing)));
        }
    }

    public HitOrder {
        keys = List.copyOf(keys);
    }

    public static HitOrder of(SearchOrder order) {
        Key score = new Key(null, true, false);
        Key newest = new Key(IndexField.DATE, true, false);
        Stream<Key> first =
                switch (order) {
                    case RELEVANCE -> Stream.of(score, newest);
                    case NEWEST -> Stream.of(newest);
                    case OLDEST -> Stream.of(up(IndexField.DATE));
                    case PAGE -> Stream.of(up(IndexField.TITLE_NAME), up(IndexField.DATE));
                    case ARRIVAL -> Stream.of(new Key(IndexField.OCCURRED_AT, true, false));
                };
        Stream<Key> place =
                Stream.of(
                        up(IndexField.PAGE),
                        up(IndexField.PAGE_ID),
                        up(IndexField.POSITION),
                        up(IndexField.ID));
        return new HitOrder(Stream.concat(first, place).toList());
    }

    HitOrder reversed() {
        return new HitOrder(keys.stream().map(Key::reversed).toList());
    }

    public List<SortOptions> sort() {
        return keys.stream().map(Key::sort).toList();
    }

    private static Key up(IndexField field) {
        return new Key(field, false, false);
    }
}
