package org.broadsheet.query.search;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.broadsheet.query.article.ArticleDocument;
import org.broadsheet.query.article.ArticleIndex;
import org.jspecify.annotations.Nullable;

/// Keeps the [Lexicon], made from the newest headlines and the commonest names when it is first
/// needed, and again when it has grown old or the archive by a tenth. An archive that was empty
/// when first searched has its words as soon as it has articles.
@ApplicationScoped
class Lexicons {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int HEADLINES_MAX = 20_000;
    private static final int SLICE = 2_000;
    private static final int NAMES_MAX = 5_000;

    private final ArticleIndex index;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable Made made;

    Lexicons(ArticleIndex index) {
        this.index = index;
    }

    /// The lexicon. The caller who finds none, or an archive that has grown, makes it; meanwhile
    /// others have the old one, or none. One that is only old is made anew beside its callers.
    Optional<Lexicon> current() {
        long articles = index.count(ArticleFilters.printed());
        Made kept = made;
        if (kept == null || kept.isOfOtherArchive(articles)) {
            make(articles);
        } else if (kept.isOld() && !making.isLocked()) {
            Thread.ofVirtual().name("lexicon").start(() -> remake(articles));
        }
        return Optional.ofNullable(made).map(Made::lexicon);
    }

    private void remake(long articles) {
        try {
            make(articles);
        } catch (RuntimeException failed) {
            Log.warnf("the lexicon stays as it is: %s", failed.getMessage());
        }
    }

    private void make(long articles) {
        if (making.tryLock()) {
            try {
                made = new Made(Lexicon.of(headlines(), names()), articles, Instant.now());
                Log.debugf("lexicon made of %d articles", articles);
            } finally {
                making.unlock();
            }
        }
    }

    private List<String> headlines() {
        List<String> headlines = new ArrayList<>();
        String snapshot = index.snapshot();
        try {
            SearchResponse<ArticleDocument> slice = slice(snapshot, null);
            while (!slice.hits().hits().isEmpty() && headlines.size() < HEADLINES_MAX) {
                slice.hits().hits().stream()
                        .map(hit -> Objects.requireNonNull(hit.source()).headline())
                        .filter(Objects::nonNull)
                        .forEach(headlines::add);
                slice = slice(snapshot, slice);
            }
        } finally {
            index.letGo(snapshot);
        }
        return headlines;
    }

    private SearchResponse<ArticleDocument> slice(
            String snapshot, @Nullable SearchResponse<ArticleDocument> last) {
        return index.search(
                snapshot,
                request -> {
                    request.query(ArticleFilters.printed())
                            .sort(HitOrder.of(SearchOrder.NEWEST).sort())
                            .size(SLICE)
                            .source(s -> s.filter(f -> f.includes(IndexField.HEADLINE.path())));
                    if (last != null) {
                        request.searchAfter(last.hits().hits().getLast().sort());
                    }
                    return request;
                });
    }

    private Map<String, Integer> names() {
        Map<String, Aggregation> questions = new LinkedHashMap<>();
        for (IndexField field :
                List.of(
                        IndexField.CONTRIBUTORS,
                        IndexField.COLUMN,
                        IndexField.PERSONS,
                        IndexField.PLACES,
                        IndexField.ORGANISATIONS)) {
            questions.put(
                    field.path(),
                    Aggregation.of(a -> a.terms(t -> t.field(field.path()).size(NAMES_MAX))));
        }
        Map<String, Integer> names = new HashMap<>();
        index
                .search(
                        request ->
                                request.query(ArticleFilters.printed())
                                        .size(0)
                                        .aggregations(questions))
                .aggregations()
                .values()
                .stream()
                // A field that an older index lacks has no terms.
                .filter(Aggregate::isSterms)
                .forEach(
                        counted ->
                                counted.sterms()
                                        .buckets()
                                        .array()
                                        .forEach(
                                                bucket ->
                                                        names.merge(
                                                                bucket.key().stringValue(),
                                                                Math.toIntExact(bucket.docCount()),
                                                                Integer::sum)));
        return names;
    }

    private record Made(Lexicon lexicon, long articles, Instant at) {
        boolean isOld() {
            return at.isBefore(Instant.now().minus(LIFE));
        }

        /// Whether the archive has grown, or shrunk, by a tenth since.
        boolean isOfOtherArchive(long articlesNow) {
            return Math.abs(articlesNow - articles) * 10 > articles;
        }
    }
}
