package org.broadsheet.query.web;

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
import org.jspecify.annotations.Nullable;

/// What the search page shows: the form as filled in, the limits that apply, the slice of hits and
/// the ways on from here.
record SearchView(SearchQuery query, SearchResult result, Address here, Visit visit) {

    /// A limit that applies, with the address that lifts it.
    ///
    /// @param excluded the value is left out, not asked for
    record Limit(String name, String parameter, String value, boolean excluded, String remove) {}

    /// A facet with the ways to narrow by it.
    record FacetView(String name, List<ValueView> values, long others) {}

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

    public boolean isNarrowed() {
        return query.isNarrowed();
    }

    /// Facets in which there is something to choose.
    public List<FacetView> facets() {
        return result.facets().entrySet().stream()
                .map(entry -> facet(entry.getKey(), entry.getValue()))
                .filter(facet -> facet.values().size() > 1 || facet.others() > 0 || isChosen(facet))
                .toList();
    }

    private static boolean isChosen(FacetView facet) {
        return facet.values().stream().anyMatch(ValueView::chosen);
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
                counts.others());
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

    public List<String> orders() {
        return Arrays.stream(SearchOrder.values())
                .filter(order -> order != SearchOrder.ARRIVAL)
                .map(SearchOrder::word)
                .toList();
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
