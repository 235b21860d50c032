package org.broadsheet.query.issue;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramAggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.HitsMetadata;
import co.elastic.clients.util.NamedValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.broadsheet.query.article.ArticleDocument;
import org.broadsheet.query.article.ArticleIndex;
import org.broadsheet.query.search.ArticleFilters;
import org.broadsheet.query.search.Facet;
import org.broadsheet.query.search.FacetFilters;
import org.broadsheet.query.search.HitOrder;
import org.broadsheet.query.search.IndexField;
import org.broadsheet.query.search.SearchOrder;
import org.jspecify.annotations.Nullable;

/// Newspapers, issues and pages, counted and listed from the index.
@ApplicationScoped
public class Issues {
    private static final int NEWSPAPERS_MAX = 1_000;
    private static final int ARTICLES_MAX = 2_000;
    private static final int EXACT_MAX = 40_000;

    private final ArticleIndex index;

    Issues(ArticleIndex index) {
        this.index = index;
    }

    /// Every newspaper, the one with most articles first; last what belongs to none.
    public List<Newspaper> newspapers() {
        Map<String, Aggregation> named = new HashMap<>(life());
        named.put("code", terms(IndexField.TITLE_CODE, 1, Map.of()));
        Map<String, Aggregate> answer =
                counted(
                        ArticleFilters.printed(),
                        Map.of(
                                "newspapers",
                                terms(IndexField.TITLE_NAME, NEWSPAPERS_MAX, named),
                                "unknown",
                                missing(IndexField.TITLE_NAME, life())));
        List<Newspaper> newspapers = new ArrayList<>();
        for (var bucket : at(answer, "newspapers").sterms().buckets().array()) {
            String name = bucket.key().stringValue();
            String key =
                    at(bucket.aggregations(), "code").sterms().buckets().array().stream()
                            .map(code -> code.key().stringValue())
                            .findFirst()
                            .orElse(name);
            newspapers.add(newspaper(name, key, bucket.docCount(), bucket.aggregations()));
        }
        var unknown = at(answer, "unknown").missing();
        if (unknown.docCount() > 0) {
            newspapers.add(
                    newspaper(null, Facet.NO_VALUE, unknown.docCount(), unknown.aggregations()));
        }
        return newspapers;
    }

    /// A year of a newspaper, the last that has issues where none is given; empty where the
    /// newspaper has no dated article.
    public Optional<Calendar> calendar(String newspaper, @Nullable Integer asked) {
        return index.inTime(() -> year(newspaper, asked));
    }

    private Optional<Calendar> year(String newspaper, @Nullable Integer asked) {
        Query all = all(newspaper(newspaper));
        List<Integer> years =
                days(all, CalendarInterval.Year).stream().map(d -> d.date().getYear()).toList();
        if (years.isEmpty()) {
            return Optional.empty();
        }
        int year = asked == null ? years.getLast() : asked;
        LocalDate first = LocalDate.of(year, 1, 1);
        Query within =
                all(
                        newspaper(newspaper),
                        ArticleFilters.days(first, first.plusYears(1).minusDays(1)));
        List<Calendar.Day> issues = days(within, CalendarInterval.Day);
        List<LocalDate> gaps = Gaps.of(issues.stream().map(Calendar.Day::date).toList());
        return Optional.of(new Calendar(newspaper, years, year, issues, gaps));
    }

    /// What stands in an issue, or on one page of it, as far as one answer goes; empty where there
    /// is no such issue or page.
    public Optional<Contents> contents(String newspaper, LocalDate date, @Nullable Integer asked) {
        return index.inTime(() -> listed(newspaper, date, asked));
    }

    private Optional<Contents> listed(String newspaper, LocalDate date, @Nullable Integer asked) {
        Query issue = all(newspaper(newspaper), ArticleFilters.days(date, date));
        HitsMetadata<ArticleDocument> found =
                articles(asked == null ? issue : all(issue, page(asked)));
        List<ArticleDocument> articles =
                found.hits().stream().map(hit -> Objects.requireNonNull(hit.source())).toList();
        if (articles.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Contents(
                        newspaper,
                        date,
                        Objects.requireNonNull(found.total(), "total was asked for").value(),
                        articles.size(),
                        pages(articles),
                        nearest(newspaper, null, date.minusDays(1)),
                        nearest(newspaper, date.plusDays(1), null),
                        asked == null ? null : nearestPage(issue, asked, false),
                        asked == null ? null : nearestPage(issue, asked, true)));
    }

    /// The number of the issue's next page behind this one, or of the last before it.
    private @Nullable Integer nearestPage(Query issue, int page, boolean behind) {
        String path = IndexField.PAGE.path();
        Query beside = all(issue, ArticleFilters.pagesBeside(page, behind));
        Aggregation nearest =
                Aggregation.of(a -> behind ? a.min(m -> m.field(path)) : a.max(m -> m.field(path)));
        Aggregate answer = at(counted(beside, Map.of("nearest", nearest)), "nearest");
        Double number = behind ? answer.min().value() : answer.max().value();
        return number == null || number.isInfinite() ? null : number.intValue();
    }

    private static List<Contents.Page> pages(List<ArticleDocument> articles) {
        Map<String, List<ArticleDocument>> byPage = new LinkedHashMap<>();
        for (ArticleDocument article : articles) {
            byPage.computeIfAbsent(
                            Objects.requireNonNullElse(article.page(), article.pageId() + "")
                                    .toString(),
                            _ -> new ArrayList<>())
                    .add(article);
        }
        return byPage.values().stream()
                .map(
                        page ->
                                new Contents.Page(
                                        page.getFirst().pageId(),
                                        page.getFirst().page(),
                                        page.getFirst().pageName(),
                                        page.stream().map(Issues::entry).toList()))
                .toList();
    }

    private static Contents.Entry entry(ArticleDocument article) {
        return new Contents.Entry(
                article.id(),
                article.kind(),
                article.headline(),
                article.standIn(),
                article.column(),
                article.authors());
    }

    private HitsMetadata<ArticleDocument> articles(Query query) {
        return index.search(
                        request ->
                                request.query(query)
                                        .sort(HitOrder.of(SearchOrder.PAGE).sort())
                                        .size(ARTICLES_MAX)
                                        .trackTotalHits(total -> total.enabled(true))
                                        .source(s -> s.filter(f -> f.excludes(IndexField.heavy()))))
                .hits();
    }

    /// The first issue from a day on, or the last up to a day.
    private @Nullable LocalDate nearest(
            String newspaper, @Nullable LocalDate from, @Nullable LocalDate to) {
        Query query = all(newspaper(newspaper), ArticleFilters.days(from, to));
        SearchOrder order = from == null ? SearchOrder.NEWEST : SearchOrder.OLDEST;
        return index
                .search(
                        request ->
                                request.query(query)
                                        .sort(HitOrder.of(order).sort())
                                        .size(1)
                                        .source(
                                                s ->
                                                        s.filter(
                                                                f ->
                                                                        f.includes(
                                                                                IndexField.DATE
                                                                                        .path()))))
                .hits()
                .hits()
                .stream()
                .map(hit -> Objects.requireNonNull(hit.source()).date())
                .findFirst()
                .orElse(null);
    }

    private List<Calendar.Day> days(Query query, CalendarInterval interval) {
        Aggregation days =
                Aggregation.of(
                        a ->
                                a.dateHistogram(d -> dated(d, interval))
                                        .aggregations("pages", distinct(IndexField.PAGE_ID)));
        return at(counted(query, Map.of("days", days)), "days")
                .dateHistogram()
                .buckets()
                .array()
                .stream()
                .map(
                        bucket ->
                                new Calendar.Day(
                                        day(bucket.key()),
                                        at(bucket.aggregations(), "pages").cardinality().value(),
                                        bucket.docCount()))
                .toList();
    }

    private static DateHistogramAggregation.Builder dated(
            DateHistogramAggregation.Builder dates, CalendarInterval interval) {
        return dates.field(IndexField.DATE.path())
                .calendarInterval(interval)
                .minDocCount(1)
                .order(List.of(NamedValue.of("_key", SortOrder.Asc)));
    }

    private static Newspaper newspaper(
            @Nullable String name, String key, long articles, Map<String, Aggregate> life) {
        long issues = at(life, "issues").cardinality().value();
        Double first = at(life, "first").min().value();
        Double last = at(life, "last").max().value();
        return new Newspaper(
                name,
                key,
                articles,
                issues,
                at(life, "undated").missing().docCount(),
                issues == 0 || first == null ? null : day(first.longValue()),
                issues == 0 || last == null ? null : day(last.longValue()));
    }

    private static Map<String, Aggregation> life() {
        String date = IndexField.DATE.path();
        return Map.of(
                "issues", distinct(IndexField.DATE),
                "first", Aggregation.of(a -> a.min(m -> m.field(date))),
                "last", Aggregation.of(a -> a.max(m -> m.field(date))),
                "undated", missing(IndexField.DATE, Map.of()));
    }

    private static Aggregation distinct(IndexField field) {
        return Aggregation.of(
                a -> a.cardinality(c -> c.field(field.path()).precisionThreshold(EXACT_MAX)));
    }

    private static Aggregation terms(IndexField field, int size, Map<String, Aggregation> within) {
        return Aggregation.of(
                a -> a.terms(t -> t.field(field.path()).size(size)).aggregations(within));
    }

    private static Aggregation missing(IndexField field, Map<String, Aggregation> within) {
        return Aggregation.of(a -> a.missing(m -> m.field(field.path())).aggregations(within));
    }

    private Map<String, Aggregate> counted(Query query, Map<String, Aggregation> questions) {
        return index.search(request -> request.query(query).size(0).aggregations(questions))
                .aggregations();
    }

    private static Query newspaper(String key) {
        return FacetFilters.is(Facet.NEWSPAPER, key);
    }

    private static Query page(int number) {
        return FacetFilters.is(Facet.PAGE, Integer.toString(number));
    }

    private static Query all(Query... filters) {
        return Query.of(
                q -> q.bool(b -> b.filter(ArticleFilters.printed()).filter(List.of(filters))));
    }

    private static LocalDate day(long millis) {
        return Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Aggregate at(Map<String, Aggregate> answer, String name) {
        return Objects.requireNonNull(answer.get(name), name);
    }
}
