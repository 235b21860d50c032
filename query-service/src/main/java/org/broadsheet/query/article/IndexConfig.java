package org.broadsheet.query.article;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Where the articles are and how long an answer may take.
@ConfigMapping(prefix = "search")
public interface IndexConfig {
    /// Alias that index-service keeps on the current generation.
    @WithDefault("articles")
    String alias();

    /// Time from question to answer. The client itself would wait for ever for a server that
    /// accepts and stays silent.
    @WithDefault("5s")
    Duration deadline();

    /// Time that looking for a better spelling may add to a search that found almost nothing.
    @WithDefault("1s")
    Duration spellingDeadline();

    /// How long a snapshot is kept for a reader who pages on; the paging itself outlives it.
    @WithDefault("2m")
    Duration snapshotLife();

    /// `deadline` for the health check, which is asked often and must not pile up.
    @WithDefault("2s")
    Duration healthDeadline();
}
