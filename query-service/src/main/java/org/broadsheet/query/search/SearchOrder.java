package org.broadsheet.query.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The order of the hits.
public enum SearchOrder {
    RELEVANCE,
    NEWEST,
    OLDEST,
    /// As one leafs through the paper: newspaper, day, page, place on the page.
    PAGE,
    /// What came into the archive last comes first; for feeds.
    ARRIVAL;

    /// The word used in addresses.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SearchOrder> of(String word) {
        return Arrays.stream(values()).filter(order -> order.word().equals(word)).findFirst();
    }
}
