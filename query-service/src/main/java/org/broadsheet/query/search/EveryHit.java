package org.broadsheet.query.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.broadsheet.query.article.ArticleDocument;
import org.broadsheet.query.article.ArticleIndex;
import org.jspecify.annotations.Nullable;

/// All hits of a search, slice by slice, in a snapshot of the index: nothing twice, nothing left
/// out. The first slice is fetched at once, so that what is wrong is known before anything is
/// written; each further one while the one before it is made use of, so that two are in memory.
public final class EveryHit implements Iterator<List<ArticleDocument>>, AutoCloseable {
    private final ArticleIndex index;
    private final SearchQuery search;
    private final String snapshot;

    /// Null when it has been handed out.
    private @Nullable List<Hit<ArticleDocument>> slice;

    /// The slice after that, on its way.
    private @Nullable FutureTask<List<Hit<ArticleDocument>>> ahead;

    private List<FieldValue> last = List.of();
    private boolean isMore = true;

    EveryHit(ArticleIndex index, SearchQuery search) {
        this.index = index;
        this.search = search;
        this.snapshot = index.snapshot();
        try {
            fetched();
        } catch (RuntimeException failed) {
            index.letGo(snapshot);
            throw failed;
        }
    }

    @Override
    public boolean hasNext() {
        return !fetched().isEmpty();
    }

    @Override
    public List<ArticleDocument> next() {
        List<Hit<ArticleDocument>> hits = fetched();
        if (hits.isEmpty()) {
            throw new NoSuchElementException();
        }
        slice = null;
        last = hits.getLast().sort();
        isMore = hits.size() == search.limit();
        ahead = isMore ? fetching() : null;
        return documents(hits);
    }

    /// Lets the snapshot go. A slice on its way ends in an error that nobody asks for.
    @Override
    public void close() {
        index.letGo(snapshot);
    }

    private List<Hit<ArticleDocument>> fetched() {
        List<Hit<ArticleDocument>> hits = slice;
        if (hits == null) {
            hits = ahead == null ? fetch() : arrived(ahead);
            slice = hits;
        }
        return hits;
    }

    private List<Hit<ArticleDocument>> fetch() {
        return isMore ? index.search(snapshot, this::following).hits().hits() : List.of();
    }

    private FutureTask<List<Hit<ArticleDocument>>> fetching() {
        FutureTask<List<Hit<ArticleDocument>>> task = new FutureTask<>(this::fetch);
        Thread.ofVirtual().name("export-slice").start(task);
        return task;
    }

    private static <T> T arrived(FutureTask<T> task) {
        try {
            return task.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private SearchRequest.Builder following(SearchRequest.Builder request) {
        first(search, request);
        return last.isEmpty() ? request : request.searchAfter(last);
    }

    /// Asks for the first slice, as documents alone.
    static SearchRequest.Builder first(SearchQuery search, SearchRequest.Builder request) {
        return request.query(ArticleQuestion.query(search))
                .postFilter(FacetFilters.of(search.choices()))
                .sort(HitOrder.of(search.effectiveOrder()).sort())
                .trackTotalHits(total -> total.enabled(false))
                .size(search.limit())
                .source(s -> s.filter(f -> f.excludes(IndexField.heavy())));
    }

    static List<ArticleDocument> documents(List<Hit<ArticleDocument>> hits) {
        return hits.stream().map(hit -> Objects.requireNonNull(hit.source())).toList();
    }
}
