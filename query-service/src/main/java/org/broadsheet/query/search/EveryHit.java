package org.broadsheet.query.search;

import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.broadsheet.query.article.ArticleDocument;
import org.broadsheet.query.article.ArticleIndex;
import org.jspecify.annotations.Nullable;

/// All hits of a search, slice by slice, in a snapshot of the index: nothing twice, nothing left
/// out, one slice in memory. The first slice is fetched at once, so that what is wrong is known
/// before anything is written.
public final class EveryHit implements Iterator<List<ArticleDocument>>, AutoCloseable {
    private final ArticleIndex index;
    private final SearchQuery search;
    private final String snapshot;
    private @Nullable SearchResponse<ArticleDocument> ahead;

    EveryHit(ArticleIndex index, SearchQuery search) {
        this.index = index;
        this.search = search;
        this.snapshot = index.snapshot();
        try {
            this.ahead = slice(null);
        } catch (RuntimeException failed) {
            index.letGo(snapshot);
            throw failed;
        }
    }

    @Override
    public boolean hasNext() {
        return ahead != null && !ahead.hits().hits().isEmpty();
    }

    @Override
    public List<ArticleDocument> next() {
        SearchResponse<ArticleDocument> now = ahead;
        if (now == null || now.hits().hits().isEmpty()) {
            throw new NoSuchElementException();
        }
        List<Hit<ArticleDocument>> hits = now.hits().hits();
        ahead = hits.size() < search.limit() ? null : slice(hits.getLast());
        return hits.stream().map(hit -> Objects.requireNonNull(hit.source())).toList();
    }

    /// Lets the snapshot go.
    @Override
    public void close() {
        index.letGo(snapshot);
    }

    private SearchResponse<ArticleDocument> slice(@Nullable Hit<ArticleDocument> last) {
        return index.search(
                snapshot,
                request -> {
                    request.query(ArticleQuestion.query(search))
                            .postFilter(FacetFilters.of(search.choices()))
                            .sort(HitOrder.of(search.effectiveOrder()).sort())
                            .trackTotalHits(total -> total.enabled(false))
                            .size(search.limit())
                            .source(s -> s.filter(f -> f.excludes(IndexField.heavy())));
                    if (last != null) {
                        request.searchAfter(last.sort());
                    }
                    return request;
                });
    }
}
