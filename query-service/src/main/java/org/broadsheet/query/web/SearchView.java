package org.broadsheet.query.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.broadsheet.query.search.Choice;
import org.broadsheet.query.search.Facet;
import org.broadsheet.query.search.FacetCounts;
import org.broadsheet.query.search.Reprints;
import org.broadsheet.query.search.SearchOrder;
import org.broadsheet.query.search.SearchQuery;
import org.broadsheet.query.search.SearchResult;
import org.broadsheet.query.search.Timeline;
import org.jspecify.annotations.Nullable;

/// What the search page shows: the form as filled in, the limits that apply, the slice of hits and
/// the ways on from here.
record SearchView(SearchQuery query, SearchResult result, Address here, Visit visit) {
    private static final int FACET_SIZE_MORE = 50;

    /// A limit that applies, with the address that lifts it.
    ///
    /// @param excluded the value is left out, not asked for
    record Limit(String name, String parameter, String value, boolean excluded, String remove) {}

    /// A facet with the ways to narrow by it.
    ///
    /// @param more the address that shows more values, null where all are shown
    record FacetView(String name, List<ValueView> values, @Nullable String more) {}

    /// @param toggle the address that chooses the value, or lifts the choice
    /// @param exclude the address that leaves the value out
    record ValueView(String value, String count, boolean chosen, String toggle, String exclude) {}

    public List<Limit> filters() {
        List<Limit> limits = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            Choice choice = query.choices().get(facet);
            if (choice != null) {
                choice.only().forEach(v -> limits.add(limit(facet, facet.word(), v, false)));
                choice.never().forEach(v -> limits.add(limit(facet, facet.exclusion(), v, true)));
            }
        }
        return limits;
    }

    /// The days that limit the search, null where none do.
    public @Nullable String days() {
        LocalDate from = query.from();
        LocalDate to = query.to();
        if (from == null && to == null) {
            return null;
        }
        String first = from == null ? "" : visit.day(from);
        String last = to == null ? "" : visit.day(to);
        return first.equals(last) ? first : first + " – " + last;
    }

    /// The search without limits of days.
    public String allDays() {
        return visit.href(here.without("from").without("to"));
    }

    public @Nullable TimelineView timeline() {
        return TimelineView.of(result.timeline(), here, visit);
    }

    /// Hits without a day, null where every hit has one or none has.
    public @Nullable String undated() {
        Timeline timeline = result.timeline();
        return timeline == null || timeline.undated() == 0 || timeline.spans().isEmpty()
                ? null
                : "%,d".formatted(timeline.undated());
    }

    public boolean isNarrowed() {
        return query.isNarrowed();
    }

    /// Facets in which there is something to choose.
    public List<FacetView> facets() {
        return result.facets().entrySet().stream()
                .filter(entry -> isChoice(entry.getValue()))
                .map(entry -> facet(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// Not where every hit has the same value.
    private static boolean isChoice(FacetCounts counts) {
        boolean isDivided = counts.others() > 0 || counts.missing() > 0;
        return counts.values().size() > 1
                || (isDivided && !counts.values().isEmpty())
                || counts.values().stream().anyMatch(FacetCounts.Value::chosen);
    }

    private FacetView facet(String name, FacetCounts counts) {
        return new FacetView(
                name,
                counts.values().stream()
                        .map(
                                value ->
                                        new ValueView(
                                                value.value(),
                                                "%,d".formatted(value.count()),
                                                value.chosen(),
                                                visit.href(
                                                        value.chosen()
                                                                ? here.removing(name, value.value())
                                                                : here.adding(name, value.value())),
                                                visit.href(
                                                        here.removing(name, value.value())
                                                                .adding(
                                                                        "not-" + name,
                                                                        value.value()))))
                        .toList(),
                counts.others() > 0 && query.facetSize() < FACET_SIZE_MORE
                        ? visit.href(here.with("facet-size", FACET_SIZE_MORE)) + "#" + name
                        : null);
    }

    /// This search in another form: an export, a feed.
    public String at(String path) {
        return here.without("limit").at(path).href();
    }

    public String export(String format) {
        return here.without("limit").at("/api/export").with("format", format).href();
    }

    /// Another query that finds more.
    record Suggestion(String text, String href) {}

    public List<Suggestion> suggestions() {
        return result.didYouMean().stream()
                .map(text -> new Suggestion(text, visit.href(here.with("q", text))))
                .toList();
    }

    /// The query as it was read, where that is not how it was typed.
    public @Nullable String readAs() {
        return result.readAs().isEmpty() || result.readAs().equals(query.text())
                ? null
                : result.readAs();
    }

    /// An order of the hits.
    ///
    /// @param href the search in this order, null for the one that it is in
    record OrderView(String word, @Nullable String href) {}

    /// Without a text, nothing is more relevant than anything else.
    public List<OrderView> orders() {
        return Arrays.stream(SearchOrder.values())
                .filter(order -> order != SearchOrder.ARRIVAL)
                .filter(order -> order != SearchOrder.RELEVANCE || !query.text().isEmpty())
                .map(order -> new OrderView(order.word(), href(order)))
                .toList();
    }

    private @Nullable String href(SearchOrder order) {
        if (order == query.effectiveOrder()) {
            return null;
        }
        return visit.href(
                order == SearchOrder.RELEVANCE
                        ? here.without("sort")
                        : here.with("sort", order.word()));
    }

    public String order() {
        return query.order().word();
    }

    public List<HitView> hits() {
        return result.hits().stream().map(hit -> new HitView(hit, visit)).toList();
    }

    public String total() {
        return "%,d".formatted(result.total());
    }

    public boolean isApart() {
        return query.reprints() == Reprints.APART;
    }

    /// How many texts the articles are, where some were printed more than once.
    public @Nullable String texts() {
        return result.texts() < result.total() ? "%,d".formatted(result.texts()) : null;
    }

    /// This search with the reprints listed the other way.
    public String otherwise() {
        return visit.href(
                isApart()
                        ? here.without("reprints")
                        : here.with("reprints", Reprints.APART.word()));
    }

    public long first() {
        return result.offset() + 1;
    }

    public long last() {
        return result.offset() + result.hits().size();
    }

    public @Nullable String previous() {
        String cursor = result.previous();
        return cursor == null ? null : visit.href(here.with("cursor", cursor));
    }

    public @Nullable String next() {
        String cursor = result.next();
        return cursor == null ? null : visit.href(here.with("cursor", cursor));
    }

    /// The same text in all articles.
    public String everywhere() {
        return visit.href(
                query.text().isEmpty()
                        ? new Address("/", Map.of())
                        : new Address("/", Map.of("q", List.of(query.text()))));
    }

    public boolean isQuoted() {
        return query.text().codePoints().anyMatch(c -> "\"“”「」".indexOf(c) >= 0);
    }

    /// A run that a space might help, split into pairs as most Chinese words are; null where there
    /// is none.
    public @Nullable String split() {
        String text = query.text();
        boolean isRun = text.matches("\\p{IsHan}{4,12}");
        return isRun ? text.replaceAll("(\\p{IsHan}{2})(?=\\p{IsHan}{2})", "$1 ") : null;
    }

    public String splitHref() {
        return visit.href(
                here.without("offset").with("q", Objects.requireNonNullElse(split(), "")));
    }

    private Limit limit(Facet facet, String parameter, String value, boolean excluded) {
        String remove = visit.href(here.removing(parameter, value));
        return new Limit(facet.word(), parameter, value, excluded, remove);
    }
}
