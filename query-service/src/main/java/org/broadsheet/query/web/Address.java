package org.broadsheet.query.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.broadsheet.query.search.Choice;
import org.broadsheet.query.search.Facet;
import org.broadsheet.query.search.Reprints;
import org.broadsheet.query.search.SearchOrder;
import org.broadsheet.query.search.SearchParameters;
import org.broadsheet.query.search.SearchQuery;
import org.jspecify.annotations.Nullable;

/// The address of a page: a path and its parameters in order. Every state of a page is in it.
record Address(String path, Map<String, List<String>> parameters) {
    Address {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /// The address of a request, its parameters in the order of their names: they come in none. A
    /// path that is not one of ours is not linked to.
    static Address of(String path, Map<String, List<String>> parameters) {
        boolean isOurs = path.matches("/[\\w./%-]*") && !path.startsWith("//");
        return new Address(isOurs ? path : "/", new TreeMap<>(parameters));
    }

    /// The search page that shows this search; what is at its default is left out, and so is the
    /// cursor: it marks a slice, not a search.
    static Address of(SearchQuery search, int limitDefault) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "q", search.text().isEmpty() ? null : search.text());
        put(parameters, "from", search.from());
        put(parameters, "to", search.to());
        for (Facet facet : Facet.values()) {
            Choice choice = search.choices().get(facet);
            if (choice != null) {
                parameters.put(facet.word(), choice.only());
                parameters.put(facet.exclusion(), choice.never());
            }
        }
        boolean usualOrder = search.order() == SearchOrder.RELEVANCE;
        put(parameters, "sort", usualOrder ? null : search.order().word());
        boolean isApart = search.reprints() == Reprints.APART;
        put(parameters, "reprints", isApart ? search.reprints().word() : null);
        put(parameters, "limit", search.limit() == limitDefault ? null : search.limit());
        boolean isUsualSize = search.facetSize() == SearchParameters.FACET_SIZE;
        put(parameters, "facet-size", isUsualSize ? null : search.facetSize());
        return new Address("/", parameters);
    }

    /// A page whose path is made of these names.
    static Address of(String... names) {
        String path = Arrays.stream(names).map(Address::encode).collect(Collectors.joining("/"));
        return new Address("/" + path, Map.of());
    }

    /// An article's page.
    static Address ofArticle(String id) {
        return of("articles", id);
    }

    Address with(String name, Object value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        changed.put(name, List.of(value.toString()));
        return new Address(path, changed);
    }

    /// With one more value of a parameter.
    Address adding(String name, String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        List<String> values = new ArrayList<>(changed.getOrDefault(name, List.of()));
        values.add(value);
        changed.put(name, values);
        return new Address(path, changed);
    }

    /// Without one value of a parameter.
    Address removing(String name, String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        List<String> values = new ArrayList<>(changed.getOrDefault(name, List.of()));
        values.remove(value);
        changed.put(name, values);
        return new Address(path, changed);
    }

    /// The same parameters under another path.
    Address at(String other) {
        return new Address(other, parameters);
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
        return parameters.entrySet().stream()
                .flatMap(
                        parameter ->
                                parameter.getValue().stream()
                                        .map(
                                                value ->
                                                        encode(parameter.getKey())
                                                                + "="
                                                                + encode(value)))
                .reduce((all, one) -> all + "&" + one)
                .map(query -> path + "?" + query)
                .orElse(path);
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
