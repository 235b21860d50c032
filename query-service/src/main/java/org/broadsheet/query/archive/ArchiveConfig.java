package org.broadsheet.query.archive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/// Where the other services are.
@ConfigMapping(prefix = "archive")
public interface ArchiveConfig {
    /// Address of ingest-service.
    @WithDefault("http://127.0.0.1:8081")
    URI ingestService();

    /// Address of index-service.
    @WithDefault("http://127.0.0.1:8082")
    URI indexService();

    /// Time from question to answer.
    @WithDefault("5s")
    Duration deadline();

    /// The same for what takes its time: an upload, another attempt at all dead letters.
    @WithDefault("2m")
    Duration longDeadline();
}
