package org.broadsheet.query.search;

import co.elastic.clients.elasticsearch.core.search.Hit;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.query.article.ArticleDocument;
import org.broadsheet.query.article.ArticleIndex;
import org.broadsheet.query.article.IndexUnavailable;
import org.broadsheet.query.search.SearchResult.NotUnderstood;
import org.broadsheet.query.search.Slices.Slice;
import org.broadsheet.query.syntax.ReadQuery;
import org.broadsheet.query.wording.Language;
import org.jspecify.annotations.Nullable;

/// Finds articles: a [SearchQuery] goes in, the slice it asks for comes out.
@ApplicationScoped
public class ArticleSearch {
    /// What a search can come to. All are told from the start, so that a rate is never missing.
    private static final List<String> OUTCOMES =
            Stream.concat(
                            Stream.of("found", "nothing", "error"),
                            Arrays.stream(IndexUnavailable.Reason.values())
                                    .map(ArticleSearch::word))
                    .toList();

    private static final Duration[] TIME_BOUNDS =
            IntStream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
                    .mapToObj(Duration::ofMillis)
                    .toArray(Duration[]::new);

    private final ArticleIndex index;
    private final Slices slices;
    private final Spelling spelling;
    private final Printings printings;
    private final MeterRegistry metrics;

    ArticleSearch(
            ArticleIndex index,
            Slices slices,
            Spelling spelling,
            Printings printings,
            MeterRegistry metrics) {
        this.printings = printings;
        this.spelling = spelling;
        this.index = index;
        this.slices = slices;
        this.metrics = metrics;
        OUTCOMES.forEach(this::timer);
    }

    private Timer timer(String outcome) {
        return Timer.builder("broadsheet.search")
                .description("Time a search takes, by what it came to")
                .tag("outcome", outcome)
                .serviceLevelObjectives(TIME_BOUNDS)
                .register(metrics);
    }

    private static String word(IndexUnavailable.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    /// What was found, or [IndexUnavailable]; either is counted and timed.
    public SearchResult find(SearchQuery search, Language language) {
        Timer.Sample sample = Timer.start(metrics);
        String outcome = "error";
        try {
            SearchResult result = index.inTime(() -> result(search, slices.of(search), language));
            outcome = result.total() == 0 ? "nothing" : "found";
            return result;
        } catch (IndexUnavailable unavailable) {
            outcome = word(unavailable.reason());
            throw unavailable;
        } finally {
            sample.stop(timer(outcome));
        }
    }

    /// The first hits, as many as the search has in a slice.
    public List<ArticleDocument> first(SearchQuery search) {
        return EveryHit.documents(
                index.search(request -> EveryHit.first(search, request)).hits().hits());
    }

    /// All hits, slice by slice; to be closed.
    public EveryHit every(SearchQuery search) {
        return new EveryHit(index, search);
    }

    /// Articles that can be found, and withdrawn ones that only keep their version.
    public DocumentCount count() {
        return index.inTime(
                () ->
                        new DocumentCount(
                                index.count(ArticleFilters.printed()),
                                index.count(ArticleFilters.withdrawn())));
    }

    /// How many documents of each sort the index holds.
    public record DocumentCount(long printed, long withdrawn) {}

    private SearchResult result(SearchQuery search, Slice slice, Language language) {
        ReadQuery read = search.read();
        Counting counting = new Counting(search);
        boolean isCounted = !search.facets().isEmpty();
        return new SearchResult(
                search.text(),
                read.readAs(language),
                notUnderstood(read, language),
                spelling.suggestions(search, slice.total()),
                slice.total(),
                counting.texts(slice.counts()),
                slice.took(),
                slice.first(),
                search.limit(),
                next(search, slice),
                previous(search, slice),
                printings.shown(slice.hits()),
                counting.facets(slice.counts()),
                isCounted ? counting.timeline(slice.counts()) : null);
    }

    private static List<NotUnderstood> notUnderstood(ReadQuery read, Language language) {
        return read.notes().stream()
                .map(note -> new NotUnderstood(note.text(), note.reason().message().in(language)))
                .toList();
    }

    private static @Nullable String next(SearchQuery search, Slice slice) {
        List<Hit<ArticleDocument>> hits = slice.hits();
        long last = slice.first() + hits.size();
        return hits.isEmpty() || !slice.goesOn()
                ? null
                : Slices.beside(hits.getLast(), false, last, search, slice.snapshot()).token();
    }

    private static @Nullable String previous(SearchQuery search, Slice slice) {
        List<Hit<ArticleDocument>> hits = slice.hits();
        return hits.isEmpty() || slice.first() == 0
                ? null
                : Slices.beside(hits.getFirst(), true, slice.first(), search, slice.snapshot())
                        .token();
    }
}
