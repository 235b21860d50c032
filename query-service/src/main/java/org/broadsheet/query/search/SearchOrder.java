package org.broadsheet.query.search;

import java.util.Locale;

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
}
