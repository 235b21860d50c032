package org.broadsheet.query.search;

import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Objects;
import org.broadsheet.query.article.ArticleDocument;
import org.broadsheet.query.article.ArticleIndex;
import org.broadsheet.query.article.IndexUnavailable;
import org.broadsheet.query.search.SearchResult.NotUnderstood;
import org.broadsheet.query.syntax.ReadQuery;
import org.broadsheet.query.wording.Language;

/// Finds articles: a [SearchQuery] goes in, the slice it asks for comes out.
@ApplicationScoped
public class ArticleSearch {
    private final ArticleIndex index;
    private final MeterRegistry metrics;

    ArticleSearch(ArticleIndex index, MeterRegistry metrics) {
        this.index = index;
        this.metrics = metrics;
    }

    /// What was found, or [IndexUnavailable]; either is counted and timed.
    public SearchResult find(SearchQuery search, Language language) {
        Timer.Sample sample = Timer.start(metrics);
        String outcome = "error";
        try {
            SearchResult result =
                    result(
                            search,
                            index.search(request -> ArticleQuestion.ask(search, request)),
                            language);
            outcome = result.total() == 0 ? "nothing" : "found";
            return result;
        } catch (IndexUnavailable unavailable) {
            outcome = unavailable.reason().name().toLowerCase(Locale.ROOT);
            throw unavailable;
        } finally {
            sample.stop(metrics.timer("broadsheet.search", "outcome", outcome));
        }
    }

    /// Articles that can be found, and withdrawn ones that only keep their version.
    public DocumentCount count() {
        return new DocumentCount(
                index.count(ArticleFilters.printed()), index.count(ArticleFilters.withdrawn()));
    }

    /// How many documents of each sort the index holds.
    public record DocumentCount(long printed, long withdrawn) {}

    private static SearchResult result(
            SearchQuery search, SearchResponse<ArticleDocument> answer, Language language) {
        ReadQuery read = search.read();
        TotalHits total = Objects.requireNonNull(answer.hits().total(), "total was asked for");
        return new SearchResult(
                search.text(),
                read.readAs(language),
                read.notes().stream()
                        .map(
                                note ->
                                        new NotUnderstood(
                                                note.text(), note.reason().message().in(language)))
                        .toList(),
                total.value(),
                answer.took(),
                search.offset(),
                search.limit(),
                answer.hits().hits().stream().map(ArticleSearch::hit).toList());
    }

    private static ArticleHit hit(Hit<ArticleDocument> hit) {
        return ArticleHit.of(
                Objects.requireNonNull(hit.source(), "source was asked for"),
                Objects.requireNonNullElse(hit.score(), 0.0),
                Highlights.of(hit.highlight()));
    }
}
