package org.broadsheet.query.article;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.ShardStatistics;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.GetResponse;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.broadsheet.query.article.IndexUnavailable.Reason;

/// The only door to Elasticsearch: a question goes in, a whole answer comes out within the
/// deadline, or [IndexUnavailable] says what is wrong.
@ApplicationScoped
public class ArticleIndex {
    /// When the questions that are asked together must be answered, by [System#nanoTime()].
    private static final ScopedValue<Long> END = ScopedValue.newInstance();

    private final ElasticsearchAsyncClient client;
    private final IndexConfig config;

    ArticleIndex(ElasticsearchAsyncClient client, IndexConfig config) {
        this.client = client;
        this.config = config;
    }

    /// Asks several questions one after the other: together they have the time of one.
    public <T> T inTime(Supplier<T> questions) {
        long end = System.nanoTime() + config.deadline().toNanos();
        return ScopedValue.where(END, end).call(questions::get);
    }

    /// The answer to a search of the alias; every shard has taken part in it.
    public SearchResponse<ArticleDocument> search(UnaryOperator<SearchRequest.Builder> question) {
        return search(question.apply(new SearchRequest.Builder()).index(config.alias()), true);
    }

    /// The same of a snapshot, which stays as it was when [#snapshot()] was called.
    ///
    /// @throws SnapshotGone when it has been let go
    public SearchResponse<ArticleDocument> search(
            String snapshot, UnaryOperator<SearchRequest.Builder> question) {
        try {
            return search(
                    question.apply(new SearchRequest.Builder())
                            .pit(pit -> pit.id(snapshot).keepAlive(keepAlive())),
                    false);
        } catch (IndexUnavailable unavailable) {
            // It was of a generation of the index that has been deleted since.
            throw unavailable.reason() == Reason.INDEX_MISSING
                    ? new SnapshotGone(unavailable)
                    : unavailable;
        }
    }

    private SearchResponse<ArticleDocument> search(
            SearchRequest.Builder question, boolean ofAlias) {
        question.timeout(Math.max(1, left(config.deadline()).toMillis()) + "ms");
        SearchRequest request =
                (ofAlias ? question.allowPartialSearchResults(false) : question).build();
        SearchResponse<ArticleDocument> answer =
                within(config.deadline(), client.search(request, ArticleDocument.class));
        if (answer.timedOut()) {
            throw new IndexUnavailable(Reason.TIMED_OUT, "only a part was searched");
        }
        requireWhole(answer.shards());
        return answer;
    }

    /// The index as it is now, kept for `search.snapshot-life` after each use.
    public String snapshot() {
        return within(
                        config.deadline(),
                        client.openPointInTime(
                                pit ->
                                        pit.index(config.alias())
                                                .allowPartialSearchResults(false)
                                                .keepAlive(keepAlive())))
                .id();
    }

    /// Lets a snapshot go; one that is gone already is no matter.
    public void letGo(String snapshot) {
        try {
            within(config.deadline(), client.closePointInTime(pit -> pit.id(snapshot)));
        } catch (IndexUnavailable | QuestionRefused | SnapshotGone gone) {
            Log.debugf("snapshot not closed: %s", gone.getMessage());
        }
    }

    private Time keepAlive() {
        return Time.of(time -> time.time(config.snapshotLife().toSeconds() + "s"));
    }

    /// The document with this id as last written, refreshed or not.
    GetResponse<ArticleDocument> get(String id) {
        return within(
                config.deadline(),
                client.get(get -> get.index(config.alias()).id(id), ArticleDocument.class));
    }

    /// Those of these fields that the index has.
    public Set<String> having(List<String> fields) {
        return within(
                        config.deadline(),
                        client.fieldCaps(caps -> caps.index(config.alias()).fields(fields)))
                .fields()
                .keySet();
    }

    /// How many documents match.
    public long count(Query query) {
        return count(query, config.deadline());
    }

    /// Returns when the index can be searched, throws [IndexUnavailable] when it cannot.
    public void probe() {
        count(Query.of(query -> query.matchAll(all -> all)), config.healthDeadline());
    }

    private long count(Query query, Duration deadline) {
        var answer =
                within(deadline, client.count(count -> count.index(config.alias()).query(query)));
        requireWhole(answer.shards());
        return answer.count();
    }

    private static void requireWhole(ShardStatistics shards) {
        if (shards.failed().intValue() > 0) {
            throw new IndexUnavailable(
                    Reason.PARTIAL, shards.failed() + " of " + shards.total() + " shards failed");
        }
    }

    private static Duration left(Duration deadline) {
        if (!END.isBound()) {
            return deadline;
        }
        Duration left = Duration.ofNanos(END.get() - System.nanoTime());
        return left.compareTo(deadline) < 0 ? left : deadline;
    }

    private static <T> T within(Duration deadline, CompletableFuture<T> call) {
        try {
            return call.get(left(deadline).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            call.cancel(true);
            throw new IndexUnavailable(Reason.TIMED_OUT, "deadline " + deadline);
        } catch (InterruptedException interrupted) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new IndexUnavailable(Reason.AWAY, interrupted);
        } catch (ExecutionException failed) {
            throw failure(failed);
        }
    }

    /// An outage, or, where Elasticsearch says the question itself was wrong, our own mistake.
    private static RuntimeException failure(ExecutionException failed) {
        return switch (failed.getCause()) {
            case ElasticsearchException refused -> refusal(refused);
            case SocketTimeoutException late -> new IndexUnavailable(Reason.TIMED_OUT, late);
            case IOException away -> new IndexUnavailable(Reason.AWAY, away);
            case null, default -> new IllegalStateException("call to Elasticsearch failed", failed);
        };
    }

    private static RuntimeException refusal(ElasticsearchException refused) {
        ErrorCause error = refused.error();
        if (isAbout(error, "search_context_missing_exception")) {
            return new SnapshotGone(refused);
        }
        if ("index_not_found_exception".equals(error.type())) {
            return new IndexUnavailable(Reason.INDEX_MISSING, refused);
        }
        if (says(error, "no mapping found for")) {
            return new IndexUnavailable(Reason.INDEX_OUTDATED, refused);
        }
        if (refused.status() == 504 || isAbout(error, "search_timeout_exception")) {
            return new IndexUnavailable(Reason.TIMED_OUT, refused);
        }
        if ("search_phase_execution_exception".equals(error.type()) && refused.status() == 503) {
            return new IndexUnavailable(Reason.PARTIAL, refused);
        }
        if (refused.status() >= 500 || refused.status() == 429 || refused.status() == 401) {
            return new IndexUnavailable(Reason.AWAY, refused);
        }
        return new QuestionRefused(refused);
    }

    private static boolean isAbout(ErrorCause error, String type) {
        return is(error, one -> type.equals(one.type()));
    }

    private static boolean says(ErrorCause error, String words) {
        return is(
                error,
                one ->
                        Objects.requireNonNullElse(one.reason(), "")
                                .toLowerCase(Locale.ROOT)
                                .contains(words));
    }

    /// The error itself, or what it came from.
    private static boolean is(ErrorCause error, Predicate<ErrorCause> sought) {
        ErrorCause deeper = error.causedBy();
        return sought.test(error)
                || error.rootCause().stream().anyMatch(root -> is(root, sought))
                || (deeper != null && is(deeper, sought));
    }
}
