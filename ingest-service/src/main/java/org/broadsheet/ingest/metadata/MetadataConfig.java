package org.broadsheet.ingest.metadata;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/// Settings of where metadata comes from.
@ConfigMapping(prefix = "metadata")
public interface MetadataConfig {
    /// Ways in which files are named, see [PathPattern]; the first that fits counts.
    @WithDefault(
            "{title}/{date}/{page}_{name},{title}/{date}/{page},{title}_{date}_{page},{title}-{date}-{page},{title}/{date}_{page},{title}/{date},{title}_{date},{date}/{page},{date}_{page}")
    List<String> pathPatterns();
}
