package org.broadsheet.query.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.broadsheet.query.article.ArticleKind;
import org.broadsheet.query.search.SearchLimits;
import org.broadsheet.query.search.SearchOrder;
import org.broadsheet.query.search.SearchQuery;
import org.broadsheet.query.search.SearchResult;
import org.jspecify.annotations.Nullable;

/// What the search page shows: the form as filled in, the limits that apply, the slice of hits and
/// the ways on from here.
record SearchView(
        SearchQuery query, SearchResult result, SearchLimits limits, Address here, Visit visit) {

    /// A limit that applies, with the address that lifts it.
    record Limit(String name, String value, String remove) {}

    public List<Limit> filters() {
        ArticleKind kind = query.kind();
        return Stream.of(
                        limit("title", query.title()),
                        limit("column", query.column()),
                        limit("author", query.author()),
                        limit("kind", kind == null ? null : kind.word()),
                        limit("file", query.file()))
                .flatMap(List::stream)
                .toList();
    }

    public boolean isNarrowed() {
        return !filters().isEmpty() || query.from() != null || query.to() != null;
    }

    public List<String> orders() {
        return Arrays.stream(SearchOrder.values()).map(SearchOrder::word).toList();
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

    public int first() {
        return result.offset() + 1;
    }

    public int last() {
        return result.offset() + result.hits().size();
    }

    public @Nullable String previous() {
        if (query.offset() == 0) {
            return null;
        }
        int offset = Math.max(0, query.offset() - query.limit());
        return visit.href(offset == 0 ? here.without("offset") : here.with("offset", offset));
    }

    public @Nullable String next() {
        boolean more = last() < result.total() && last() <= limits.offsetMax();
        return more && !result.hits().isEmpty() ? visit.href(here.with("offset", last())) : null;
    }

    /// There are more hits, but no way on.
    public boolean isAtWall() {
        return next() == null && last() < result.total() && !result.hits().isEmpty();
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

    private List<Limit> limit(String name, @Nullable String value) {
        if (value == null) {
            return List.of();
        }
        String remove = visit.href(here.without(name).without("offset"));
        return List.of(new Limit(name, value, remove));
    }
}
