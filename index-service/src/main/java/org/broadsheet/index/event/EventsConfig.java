package org.broadsheet.index.event;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Where events come from and where dead letters go.
@ConfigMapping(prefix = "events")
public interface EventsConfig {
    /// Topic of the article events. Made by ingest-service, never here.
    @WithDefault("broadsheet.articles.v1")
    String topic();

    /// Topic for events that cannot be applied. Made here if it is absent.
    @WithDefault("broadsheet.articles.dead-letters.v1")
    String deadLetterTopic();

    /// Consumer group; the generation of the index is appended, so that a new generation reads
    /// everything again.
    @WithDefault("broadsheet-index")
    String group();

    /// Most events in one batch.
    @WithDefault("500")
    int batchEventsMax();

    /// Longest wait for events; also how soon a stop is noticed.
    @WithDefault("500ms")
    Duration pollWait();

    /// Deadline of a commit and of a question to the brokers.
    @WithDefault("5s")
    Duration callDeadline();

    /// Deadline of the brokers' acknowledgement of dead letters.
    @WithDefault("20s")
    Duration deadLetterDeadline();

    /// Largest dead letter: larger than any event that ingest-service sends (32 MB), because
    /// reasons are added to it. A letter that did not fit would hold its partition up for ever.
    @WithDefault("40M")
    MemorySize deadLetterBytesMax();

    /// How often the dead letters that wait are counted for the metric.
    @WithDefault("30s")
    Duration deadLetterCountEvery();
}
