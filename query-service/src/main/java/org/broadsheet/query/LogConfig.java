package org.broadsheet.query;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Settings of the log.
@ConfigMapping(prefix = "log")
public interface LogConfig {
    /// `text` for people; `json` for a collector of logs: one object a line, with the field names
    /// of the Elastic Common Schema.
    @WithDefault("text")
    Format format();

    enum Format {
        TEXT,
        JSON
    }
}
