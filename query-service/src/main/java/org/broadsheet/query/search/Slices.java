package org.broadsheet.query.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadsheet.query.article.ArticleDocument;
import org.broadsheet.query.article.ArticleIndex;
import org.broadsheet.query.article.QuestionRefused;
import org.broadsheet.query.article.SnapshotGone;
import org.jspecify.annotations.Nullable;

/// Slices of a search, one after the other, as far as they go. Who goes on from the first slice
/// pages through a snapshot of the index, so that nothing is shown twice or passed over; a cursor
/// whose snapshot is gone goes on in the index as it is.
@ApplicationScoped
class Slices {
    private final ArticleIndex index;

    Slices(ArticleIndex index) {
        this.index = index;
    }

    /// @param hits in the order of reading
    /// @param first how many hits stand before them
    /// @param goesOn more hits follow
    /// @param snapshot what the hits were taken from; null for the index itself
    record Slice(
            List<Hit<ArticleDocument>> hits,
            long first,
            boolean goesOn,
            long total,
            long took,
            Map<String, Aggregate> counts,
            @Nullable String snapshot) {}

    Slice of(SearchQuery search) {
        Cursor cursor = search.cursor();
        if (cursor == null) {
            return fromOffset(search);
        }
        try {
            return beside(search, cursor);
        } catch (QuestionRefused _) {
            // It names no place that Elasticsearch knows: not a cursor of ours.
            throw Cursor.unreadable();
        }
    }

    private Slice beside(SearchQuery search, Cursor cursor) {
        String snapshot = cursor.snapshot();
        if (snapshot != null) {
            try {
                return beside(search, cursor, snapshot);
            } catch (SnapshotGone _) {
                // The cursor goes on in the index as it is.
            }
        }
        return beside(search, cursor, index.snapshot());
    }

    private Slice fromOffset(SearchQuery search) {
        SearchResponse<ArticleDocument> answer =
                index.search(request -> ArticleQuestion.first(search, request));
        List<Hit<ArticleDocument>> found = answer.hits().hits();
        List<Hit<ArticleDocument>> hits = found.stream().limit(search.limit()).toList();
        long last = search.offset() + (long) hits.size();
        // At Elasticsearch's wall there was no hit more to be asked for.
        boolean goesOn =
                found.size() > hits.size()
                        || (last == ArticleQuestion.WINDOW && last < total(answer));
        return new Slice(
                hits,
                search.offset(),
                goesOn,
                total(answer),
                answer.took(),
                answer.aggregations(),
                null);
    }

    private Slice beside(SearchQuery search, Cursor cursor, String snapshot) {
        Beyond beyond =
                search.reprints() == Reprints.APART
                        ? printings(search, cursor, snapshot)
                        : texts(search, cursor, snapshot);
        boolean isMore = beyond.hits().size() > search.limit();
        List<Hit<ArticleDocument>> hits =
                beyond.hits().subList(0, isMore ? search.limit() : beyond.hits().size());
        boolean backwards = cursor.backwards();
        return new Slice(
                backwards ? hits.reversed() : hits,
                backwards ? Math.max(0, cursor.position() - hits.size()) : cursor.position(),
                backwards || isMore,
                total(beyond.answer()),
                beyond.answer().took(),
                beyond.answer().aggregations(),
                Objects.requireNonNullElse(beyond.answer().pitId(), snapshot));
    }

    /// Hits beside a cursor, the nearest first, one more than asked for where there are more.
    private record Beyond(
            SearchResponse<ArticleDocument> answer, List<Hit<ArticleDocument>> hits) {}

    private Beyond printings(SearchQuery search, Cursor cursor, String snapshot) {
        SearchResponse<ArticleDocument> answer =
                index.search(snapshot, request -> ArticleQuestion.beside(search, cursor, request));
        return new Beyond(answer, answer.hits().hits());
    }

    /// Elasticsearch cannot go on from a hit where it lists each text once. So the printings beside
    /// the cursor are asked for, then which printing of each of their texts comes first among all
    /// hits: those that stand beside the cursor are the slice. What is known of a text leaves its
    /// other printings out of the next question, so that a text printed a thousand times costs no
    /// more than one.
    private Beyond texts(SearchQuery search, Cursor cursor, String snapshot) {
        Map<String, String> known = new LinkedHashMap<>();
        List<Hit<ArticleDocument>> hits = new ArrayList<>();
        Cursor from = cursor;
        SearchResponse<ArticleDocument> answer = null;
        while (true) {
            Cursor here = from;
            SearchResponse<ArticleDocument> printings =
                    index.search(
                            snapshot,
                            request -> ArticleQuestion.places(search, here, known, request));
            answer = answer == null ? printings : answer;
            List<Hit<ArticleDocument>> near = printings.hits().hits();
            Map<String, Hit<ArticleDocument>> leading = leading(search, snapshot, near);
            near.stream()
                    .filter(hit -> leading.containsKey(hit.id()))
                    .forEach(hit -> hits.add(at(hit, leading)));
            if (hits.size() > search.limit() || near.size() <= search.limit()) {
                return new Beyond(answer, hits);
            }
            leading.values().forEach(hit -> known.put(text(hit), Objects.requireNonNull(hit.id())));
            from = from.movedTo(near.getLast().sort());
        }
    }

    /// The first printing of each of these texts, by its id.
    private Map<String, Hit<ArticleDocument>> leading(
            SearchQuery search, String snapshot, List<Hit<ArticleDocument>> printings) {
        if (printings.isEmpty()) {
            return Map.of();
        }
        List<String> texts = printings.stream().map(Slices::text).distinct().toList();
        return index
                .search(snapshot, request -> ArticleQuestion.leading(search, texts, request))
                .hits()
                .hits()
                .stream()
                .collect(
                        Collectors.toMap(
                                hit -> Objects.requireNonNull(hit.id()), Function.identity()));
    }

    /// With the sort values of the question that is asked again from there.
    private static Hit<ArticleDocument> at(
            Hit<ArticleDocument> place, Map<String, Hit<ArticleDocument>> leading) {
        Hit<ArticleDocument> hit = Objects.requireNonNull(leading.get(place.id()));
        return Hit.of(
                copy ->
                        copy.index(hit.index())
                                .id(hit.id())
                                .score(hit.score())
                                .source(hit.source())
                                .highlight(hit.highlight())
                                .sort(place.sort()));
    }

    private static String text(Hit<ArticleDocument> hit) {
        ArticleDocument document = Objects.requireNonNull(hit.source(), "source was asked for");
        return Objects.requireNonNullElse(document.reprintKey(), document.id());
    }

    private static long total(SearchResponse<ArticleDocument> answer) {
        return Objects.requireNonNull(answer.hits().total(), "total was asked for").value();
    }

    /// The cursor beside a hit.
    static Cursor beside(
            Hit<ArticleDocument> hit,
            boolean backwards,
            long position,
            SearchQuery search,
            @Nullable String snapshot) {
        return new Cursor(List.copyOf(hit.sort()), backwards, position, search.mark(), snapshot);
    }
}
