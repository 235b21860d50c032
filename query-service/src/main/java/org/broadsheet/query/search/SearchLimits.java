package org.broadsheet.query.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How much one search may ask for.
@ConfigMapping(prefix = "search.limits")
public interface SearchLimits {
    /// Hits in a slice, unless a search asks for another number.
    @WithDefault("20")
    int limitDefault();

    /// Most hits that a search may ask for in a slice.
    @WithDefault("100")
    int limitMax();

    /// With the largest limit this is 10,000: where Elasticsearch stops.
    @WithDefault("9900")
    int offsetMax();

    /// Longer than any sentence; every character becomes clauses.
    @WithDefault("1000")
    int textLengthMax();
}
