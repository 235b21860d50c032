package org.broadsheet.query.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How much of the service exports may take.
@ConfigMapping(prefix = "export")
public interface ExportConfig {
    /// Exports that run at the same time; who comes later is asked to come again.
    @WithDefault("4")
    int atOnceMax();

    /// How long one may take, slow readers included.
    @WithDefault("1h")
    Duration deadline();

    /// Hits fetched at a time; an export holds two such slices in memory.
    @WithDefault("500")
    int slice();

    /// Entries of a feed.
    @WithDefault("50")
    int feedEntries();
}
