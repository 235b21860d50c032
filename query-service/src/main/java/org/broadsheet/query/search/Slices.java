package org.broadsheet.query.search;

import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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

    /// @param snapshot what the hits were taken from; null for the index itself
    record Slice(SearchResponse<ArticleDocument> answer, @Nullable String snapshot) {}

    Slice of(SearchQuery search) {
        Cursor cursor = search.cursor();
        if (cursor == null) {
            return new Slice(index.search(request -> ArticleQuestion.ask(search, request)), null);
        }
        String snapshot = cursor.snapshot();
        try {
            return inSnapshot(search, snapshot == null ? index.snapshot() : snapshot);
        } catch (SnapshotGone _) {
            return inSnapshot(search, index.snapshot());
        } catch (QuestionRefused _) {
            // It names no place that Elasticsearch knows: not a cursor of ours.
            throw Cursor.unreadable();
        }
    }

    private Slice inSnapshot(SearchQuery search, String snapshot) {
        SearchResponse<ArticleDocument> answer =
                index.search(snapshot, request -> ArticleQuestion.ask(search, request));
        return new Slice(answer, answer.pitId());
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
