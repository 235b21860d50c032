package org.broadsheet.query.search;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.Buckets;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.aggregations.FilterAggregate;
import co.elastic.clients.elasticsearch._types.aggregations.LongTermsAggregate;
import co.elastic.clients.elasticsearch._types.aggregations.TermsAggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.util.NamedValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The counts of a search: how Elasticsearch is asked for them, and how its answer is read.
final class Counting {
    private static final String TIMELINE = "timeline";
    private static final String TEXTS = "texts";

    /// As far as Elasticsearch counts different values without guessing.
    private static final int TEXTS_EXACT = 40_000;

    private static final String VALUES = "values";
    private static final String CHOSEN = "chosen";
    private static final String MISSING = "missing";
    private static final String DAYS = "days";
    private static final int DAYS_MAX = 92;
    private static final int YEARS_MAX = 30;

    private final SearchQuery search;

    Counting(SearchQuery search) {
        this.search = search;
    }

    Map<String, Aggregation> questions() {
        Map<String, Aggregation> questions = new LinkedHashMap<>();
        for (Facet facet : search.facets()) {
            questions.put(facet.word(), counted(facet));
        }
        if (!search.facets().isEmpty()) {
            questions.put(TIMELINE, timeline());
        }
        questions.put(TEXTS, texts());
        return questions;
    }

    Map<String, FacetCounts> facets(Map<String, Aggregate> answer) {
        Map<String, FacetCounts> counts = new LinkedHashMap<>();
        for (Facet facet : search.facets()) {
            counts.put(facet.word(), counts(facet, at(answer, facet.word()).filter()));
        }
        return counts;
    }

    Timeline timeline(Map<String, Aggregate> answer) {
        FilterAggregate within = at(answer, TIMELINE).filter();
        long undated = at(within.aggregations(), MISSING).missing().docCount();
        List<Timeline.Span> days = days(at(within.aggregations(), DAYS).lterms());
        if (!days.isEmpty()) {
            return new Timeline(written(CalendarInterval.Day), days, undated);
        }
        List<Timeline.Span> spans =
                at(within.aggregations(), VALUES).dateHistogram().buckets().array().stream()
                        .map(b -> new Timeline.Span(day(b.key()), b.docCount()))
                        .toList();
        return new Timeline(written(unit()), spans, undated);
    }

    private static String written(CalendarInterval unit) {
        return unit.name().toLowerCase(Locale.ROOT);
    }

    /// The days on which there are hits; none where those lie further apart than a season, or where
    /// the search says itself how far apart they may be.
    private List<Timeline.Span> days(LongTermsAggregate counted) {
        List<Timeline.Span> days =
                counted.buckets().array().stream()
                        .map(b -> new Timeline.Span(day(b.key()), b.docCount()))
                        .toList();
        boolean isSeason =
                !days.isEmpty()
                        && Objects.requireNonNullElse(counted.sumOtherDocCount(), 0L) == 0
                        && isSeason(days.getFirst().first(), days.getLast().first());
        return isSeason && unit() == CalendarInterval.Month ? days : List.of();
    }

    /// How many different texts the hits are.
    long texts(Map<String, Aggregate> answer) {
        return at(at(answer, TEXTS).filter().aggregations(), VALUES).cardinality().value();
    }

    private Aggregation texts() {
        Aggregation different =
                Aggregation.of(
                        agg ->
                                agg.cardinality(
                                        count ->
                                                count.field(IndexField.REPRINT_KEY.path())
                                                        .precisionThreshold(TEXTS_EXACT)));
        Query within = FacetFilters.of(search.choices());
        return Aggregation.of(agg -> agg.filter(within).aggregations(VALUES, different));
    }

    private Aggregation counted(Facet facet) {
        Map<String, Aggregation> inner = new LinkedHashMap<>();
        inner.put(VALUES, values(facet));
        inner.put(MISSING, missing(facet.field().path()));
        List<String> chosen = choice(facet).only();
        if (!chosen.isEmpty()) {
            inner.put(
                    CHOSEN,
                    Aggregation.of(
                            agg ->
                                    agg.filters(
                                            filters ->
                                                    filters.filters(
                                                            Buckets.of(
                                                                    b ->
                                                                            b.array(
                                                                                    are(
                                                                                            facet,
                                                                                            chosen)))))));
        }
        Query under = FacetFilters.under(search.choices(), facet);
        return Aggregation.of(agg -> agg.filter(under).aggregations(inner));
    }

    private static List<Query> are(Facet facet, List<String> values) {
        return values.stream().map(value -> FacetFilters.is(facet, value)).toList();
    }

    private Aggregation values(Facet facet) {
        return switch (facet) {
            case YEAR -> histogram(CalendarInterval.Year, SortOrder.Desc);
            case MONTH -> histogram(CalendarInterval.Month, SortOrder.Desc);
            case NEWSPAPER, COLUMN, AUTHOR, PERSON, PLACE, ORG, SOURCE, KIND, PAGE, FILE ->
                    Aggregation.of(
                            agg ->
                                    agg.terms(
                                            TermsAggregation.of(
                                                    terms ->
                                                            terms.field(facet.field().path())
                                                                    .size(search.facetSize()))));
        };
    }

    private static Aggregation histogram(CalendarInterval interval, SortOrder order) {
        return Aggregation.of(
                agg ->
                        agg.dateHistogram(
                                dates ->
                                        dates.field(IndexField.DATE.path())
                                                .calendarInterval(interval)
                                                .minDocCount(1)
                                                .order(List.of(NamedValue.of("_key", order)))));
    }

    private Aggregation timeline() {
        Aggregation days =
                Aggregation.of(
                        agg ->
                                agg.terms(
                                        terms ->
                                                terms.field(IndexField.DATE.path())
                                                        .size(DAYS_MAX)
                                                        .order(
                                                                List.of(
                                                                        NamedValue.of(
                                                                                "_key",
                                                                                SortOrder.Asc)))));
        Map<String, Aggregation> inner =
                Map.of(
                        VALUES, histogram(unit(), SortOrder.Asc),
                        DAYS, days,
                        MISSING, missing(IndexField.DATE.path()));
        Query within = FacetFilters.of(search.choices());
        return Aggregation.of(agg -> agg.filter(within).aggregations(inner));
    }

    private static Aggregation missing(String path) {
        return Aggregation.of(agg -> agg.missing(missing -> missing.field(path)));
    }

    /// Days for a season, years for a generation, else months.
    private CalendarInterval unit() {
        LocalDate from = search.from();
        LocalDate to = search.to();
        if (from == null || to == null) {
            return CalendarInterval.Month;
        }
        if (isSeason(from, to)) {
            return CalendarInterval.Day;
        }
        return ChronoUnit.YEARS.between(from, to) < YEARS_MAX
                ? CalendarInterval.Month
                : CalendarInterval.Year;
    }

    private static boolean isSeason(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) < DAYS_MAX;
    }

    /// Chosen values stand first, however rare.
    private FacetCounts counts(Facet facet, FilterAggregate answer) {
        List<String> chosen = choice(facet).only();
        List<FacetCounts.Value> values = new ArrayList<>();
        if (!chosen.isEmpty()) {
            var buckets = at(answer.aggregations(), CHOSEN).filters().buckets().array();
            for (int i = 0; i < chosen.size(); i++) {
                values.add(new FacetCounts.Value(chosen.get(i), buckets.get(i).docCount(), true));
            }
        }
        Aggregate counted = at(answer.aggregations(), VALUES);
        List<FacetCounts.Value> all = values(facet, counted).toList();
        all.stream()
                .filter(value -> !chosen.contains(value.value()))
                .limit(search.facetSize())
                .forEach(values::add);
        return new FacetCounts(
                values,
                others(counted, all),
                at(answer.aggregations(), MISSING).missing().docCount());
    }

    private long others(Aggregate counted, List<FacetCounts.Value> all) {
        return switch (counted._kind()) {
            case Sterms -> Objects.requireNonNullElse(counted.sterms().sumOtherDocCount(), 0L);
            case Lterms -> Objects.requireNonNullElse(counted.lterms().sumOtherDocCount(), 0L);
            case DateHistogram ->
                    all.stream().skip(search.facetSize()).mapToLong(FacetCounts.Value::count).sum();
            default -> 0;
        };
    }

    private static Stream<FacetCounts.Value> values(Facet facet, Aggregate counted) {
        return switch (counted._kind()) {
            case Sterms ->
                    counted.sterms().buckets().array().stream()
                            .map(b -> value(b.key().stringValue(), b.docCount()));
            case Lterms ->
                    counted.lterms().buckets().array().stream()
                            .map(b -> value(Long.toString(b.key()), b.docCount()));
            case DateHistogram ->
                    counted.dateHistogram().buckets().array().stream()
                            .map(b -> value(label(facet, day(b.key())), b.docCount()));
            default -> Stream.empty();
        };
    }

    private static String label(Facet facet, LocalDate first) {
        return first.toString().substring(0, facet == Facet.YEAR ? 4 : 7);
    }

    private static FacetCounts.Value value(String value, long count) {
        return new FacetCounts.Value(value, count, false);
    }

    private static LocalDate day(long millis) {
        return Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private Choice choice(Facet facet) {
        return search.choices().getOrDefault(facet, Choice.NONE);
    }

    private static Aggregate at(Map<String, Aggregate> answer, String name) {
        return Objects.requireNonNull(answer.get(name), name);
    }
}
