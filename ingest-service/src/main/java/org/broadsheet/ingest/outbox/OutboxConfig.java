package org.broadsheet.ingest.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// Settings of the outbox relay and its topic.
@ConfigMapping(prefix = "outbox")
public interface OutboxConfig {
    /// Topic of article events.
    @WithDefault("broadsheet.articles.v1")
    String topic();

    /// Partitions the topic is made with: the most index-services that can share the work.
    @WithDefault("6")
    int partitions();

    /// Copies of each partition. Without it: as many as there are brokers, 3 at most.
    Optional<Short> replicationFactor();

    /// Rows sent before their acknowledgements are awaited.
    @WithDefault("500")
    int batchSize();

    /// Pause after finding nothing to send.
    @WithDefault("100ms")
    Duration pollEvery();

    /// Longest pause while PostgreSQL or Kafka is away.
    @WithDefault("10s")
    Duration retryDelayMax();

    /// Time to wait for the broker's acknowledgement of a batch. A relay that is frozen for longer
    /// loses the lead.
    @WithDefault("15s")
    Duration deliveryTimeout();

    /// How long published rows are kept to be looked at.
    @WithDefault("24h")
    Duration keepPublished();

    /// How often it is made sure that the topic is still the one that was filled.
    @WithDefault("15s")
    Duration topicCheckEvery();
}
