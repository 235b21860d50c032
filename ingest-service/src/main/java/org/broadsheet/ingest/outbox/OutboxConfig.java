package org.broadsheet.ingest.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Settings of the outbox relay and its topic.
@ConfigMapping(prefix = "outbox")
public interface OutboxConfig {
    @WithDefault("broadsheet.articles.v1")
    String topic();

    /// Partitions the topic is made with: the most index-services that can share the work.
    @WithDefault("6")
    int partitions();

    /// Copies of each partition; 3 where there are three brokers.
    @WithDefault("1")
    short replicationFactor();

    /// Rows sent before their acknowledgements are awaited.
    @WithDefault("500")
    int batchSize();

    /// Pause after finding nothing to send.
    @WithDefault("100ms")
    Duration pollEvery();

    /// Longest pause while PostgreSQL or Kafka is away.
    @WithDefault("10s")
    Duration retryDelayMax();

    /// Time to wait for the broker's acknowledgement of a batch.
    @WithDefault("30s")
    Duration deliveryTimeout();

    /// How long published rows are kept to be looked at.
    @WithDefault("24h")
    Duration keepPublished();
}
