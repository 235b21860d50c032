package org.broadsheet.query.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadsheet.query.article.ArticleKind;
import org.broadsheet.query.search.SearchOrder;
import org.broadsheet.query.search.SearchQuery;
import org.jspecify.annotations.Nullable;

/// The address of a page: a path and its parameters in order. Every state of a page is in it.
record Address(String path, Map<String, List<String>> parameters) {
    Address {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /// The address of a request. A path that is not one of ours is not linked to.
    static Address of(String path, Map<String, List<String>> parameters) {
        return new Address(
                path.matches("/[\\w./%-]*") && !path.startsWith("//") ? path : "/", parameters);
    }

    /// The search page that shows this search; what is at its default is left out.
    static Address of(SearchQuery search, int limitDefault) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "q", search.text().isEmpty() ? null : search.text());
        put(parameters, "from", search.from());
        put(parameters, "to", search.to());
        put(parameters, "title", search.title());
        put(parameters, "column", search.column());
        put(parameters, "author", search.author());
        ArticleKind kind = search.kind();
        put(parameters, "kind", kind == null ? null : kind.word());
        put(parameters, "file", search.file());
        boolean usualOrder = search.order() == SearchOrder.RELEVANCE;
        put(parameters, "sort", usualOrder ? null : search.order().word());
        put(parameters, "offset", search.offset() == 0 ? null : search.offset());
        put(parameters, "limit", search.limit() == limitDefault ? null : search.limit());
        return new Address("/", parameters);
    }

    /// An article's page.
    static Address ofArticle(String id) {
        return new Address("/articles/" + encode(id), Map.of());
    }

    Address with(String name, Object value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        changed.put(name, List.of(value.toString()));
        return new Address(path, changed);
    }

    Address without(String name) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        changed.remove(name);
        return new Address(path, changed);
    }

    /// The same page in the language the reader chose, which may not be the browser's.
    Address in(@Nullable String language) {
        return language == null ? without("lang") : with("lang", language);
    }

    /// For an `href`.
    String href() {
        if (parameters.isEmpty()) {
            return path;
        }
        return parameters.entrySet().stream()
                .flatMap(
                        parameter ->
                                parameter.getValue().stream()
                                        .map(
                                                value ->
                                                        encode(parameter.getKey())
                                                                + "="
                                                                + encode(value)))
                .collect(Collectors.joining("&", path + "?", ""));
    }

    /// The first value of a parameter, null where it is not given.
    @Nullable String first(String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }

    private static void put(
            Map<String, List<String>> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, List.of(value.toString()));
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
