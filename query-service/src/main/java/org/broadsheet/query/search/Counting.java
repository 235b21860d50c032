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
    /// What is counted under all choices of the search, which is most: in one aggregation, since
    /// each `filter` looks at every hit.
    private static final String TOGETHER = "together";

    private static final String VALUES = "values";
    private static final String CHOSEN = "chosen";
    private static final String MISSING = "missing";

    private static final String TEXTS = "texts";
    private static final String TIMELINE = "timeline";
    private static final String DAYS = "days";

    /// As far as Elasticsearch counts different values without guessing.
    private static final int TEXTS_EXACT = 40_000;

    private static final int DAYS_MAX = 92;
    private static final int YEARS_MAX = 30;

    private final SearchQuery search;

    Counting(SearchQuery search) {
        this.search = search;
    }

    Map<String, Aggregation> questions() {
        Map<String, Aggregation> questions = new LinkedHashMap<>();
        Map<String, Aggregation> together = new LinkedHashMap<>();
        for (Facet facet : search.facets()) {
            if (isNarrowed(facet)) {
                Query under = FacetFilters.under(search.choices(), facet);
                questions.put(facet.word(), within(under, counted(facet)));
            } else {
                together.putAll(counted(facet));
            }
        }
        if (!search.facets().isEmpty()) {
            together.put(TIMELINE, histogram(unit(), SortOrder.Asc));
            together.put(DAYS, days());
        }
        together.put(TEXTS, texts());
        questions.put(TOGETHER, within(FacetFilters.of(search.choices()), together));
        return questions;
    }

    /// To some of its values, or to none: then it is counted as if it were not, so that the others
    /// can be seen. What the reader leaves out of a facet is left out of its counts too.
    private boolean isNarrowed(Facet facet) {
        return !choice(facet).only().isEmpty();
    }

    private static Aggregation within(Query query, Map<String, Aggregation> counted) {
        return Aggregation.of(agg -> agg.filter(query).aggregations(counted));
    }

    Map<String, FacetCounts> facets(Map<String, Aggregate> answer) {
        Map<String, FacetCounts> counts = new LinkedHashMap<>();
        for (Facet facet : search.facets()) {
            String group = isNarrowed(facet) ? facet.word() : TOGETHER;
            counts.put(facet.word(), counts(facet, at(answer, group).filter()));
        }
        return counts;
    }

    Timeline timeline(Map<String, Aggregate> answer) {
        FilterAggregate together = at(answer, TOGETHER).filter();
        List<Timeline.Span> spans =
                at(together.aggregations(), TIMELINE).dateHistogram().buckets().array().stream()
                        .map(b -> new Timeline.Span(day(b.key()), b.docCount()))
                        .toList();
        long undated = together.docCount() - spans.stream().mapToLong(Timeline.Span::count).sum();
        List<Timeline.Span> days = days(at(together.aggregations(), DAYS).lterms());
        return days.isEmpty()
                ? new Timeline(written(unit()), spans, undated)
                : new Timeline(written(CalendarInterval.Day), days, undated);
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
        return at(at(answer, TOGETHER).filter().aggregations(), TEXTS).cardinality().value();
    }

    private static Aggregation texts() {
        return Aggregation.of(
                agg ->
                        agg.cardinality(
                                count ->
                                        count.field(IndexField.REPRINT_KEY.path())
                                                .precisionThreshold(TEXTS_EXACT)));
    }

    private Map<String, Aggregation> counted(Facet facet) {
        Map<String, Aggregation> counted = new LinkedHashMap<>();
        counted.put(name(facet, VALUES), valuesOf(facet));
        if (facet.isMultiple()) {
            counted.put(name(facet, MISSING), missingOf(facet));
        }
        if (isNarrowed(facet)) {
            counted.put(name(facet, CHOSEN), chosenOf(facet));
        }
        return counted;
    }

    private static String name(Facet facet, String what) {
        return facet.word() + "-" + what;
    }

    private Aggregation chosenOf(Facet facet) {
        List<Query> values =
                choice(facet).only().stream().map(value -> FacetFilters.is(facet, value)).toList();
        return Aggregation.of(
                agg -> agg.filters(filters -> filters.filters(Buckets.of(b -> b.array(values)))));
    }

    private Aggregation valuesOf(Facet facet) {
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

    private static Aggregation days() {
        return Aggregation.of(
                agg ->
                        agg.terms(
                                terms ->
                                        terms.field(IndexField.DATE.path())
                                                .size(DAYS_MAX)
                                                .order(
                                                        List.of(
                                                                NamedValue.of(
                                                                        "_key", SortOrder.Asc)))));
    }

    private static Aggregation missingOf(Facet facet) {
        return Aggregation.of(agg -> agg.missing(missing -> missing.field(facet.field().path())));
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
    private FacetCounts counts(Facet facet, FilterAggregate group) {
        Map<String, Aggregate> answer = group.aggregations();
        List<String> chosen = choice(facet).only();
        List<FacetCounts.Value> values = new ArrayList<>();
        if (isNarrowed(facet)) {
            var buckets = at(answer, name(facet, CHOSEN)).filters().buckets().array();
            for (int i = 0; i < chosen.size(); i++) {
                values.add(new FacetCounts.Value(chosen.get(i), buckets.get(i).docCount(), true));
            }
        }
        Aggregate counted = at(answer, name(facet, VALUES));
        List<FacetCounts.Value> frequent = values(facet, counted).toList();
        frequent.stream()
                .filter(value -> !chosen.contains(value.value()))
                .limit(search.facetSize())
                .forEach(values::add);
        long all = sum(frequent.stream()) + beyond(counted);
        Stream<FacetCounts.Value> listed =
                values.stream().filter(value -> !value.value().equals(Facet.NO_VALUE));
        long missing =
                facet.isMultiple()
                        ? at(answer, name(facet, MISSING)).missing().docCount()
                        : group.docCount() - all;
        // A newspaper may be chosen by its code and listed by its name once more.
        return new FacetCounts(values, Math.max(0, all - sum(listed)), missing);
    }

    private static long sum(Stream<FacetCounts.Value> values) {
        return values.mapToLong(FacetCounts.Value::count).sum();
    }

    /// The counts of all values but the most frequent, which Elasticsearch was asked for.
    private static long beyond(Aggregate counted) {
        Long others =
                switch (counted._kind()) {
                    case Sterms -> counted.sterms().sumOtherDocCount();
                    case Lterms -> counted.lterms().sumOtherDocCount();
                    default -> null;
                };
        return Objects.requireNonNullElse(others, 0L);
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
