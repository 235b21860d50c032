package org.broadsheet.ingest.reconcile;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// When archive, topic and index are compared without anybody asking.
@ConfigMapping(prefix = "reconcile")
public interface ReconcileConfig {
    /// Time between two comparisons. Each reads all files, the whole topic and the whole index.
    @WithDefault("24h")
    Duration every();

    /// When the first one comes after the start.
    @WithDefault("30m")
    Duration firstAfter();

    /// What one look shows to differ is looked at again after this: what was on its way is there
    /// then.
    @WithDefault("3s")
    Duration lookAgainAfter();
}
