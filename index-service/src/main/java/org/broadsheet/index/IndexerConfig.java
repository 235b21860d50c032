package org.broadsheet.index;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How the indexer waits, brakes and stops.
@ConfigMapping(prefix = "indexer")
public interface IndexerConfig {
    /// How often topics and index are looked for until they are there.
    @WithDefault("1s")
    Duration prepareEvery();

    /// Upper bound of the first wait after trouble; each further one doubles it.
    @WithDefault("100ms")
    Duration backoffMin();

    /// Upper bound of any wait after trouble.
    @WithDefault("30s")
    Duration backoffMax();

    /// Rounds of documents that travel to the index at once: each has a bulk request in flight.
    @WithDefault("2")
    int roundsMax();

    /// Most documents of one round.
    @WithDefault("500")
    int roundDocumentsMax();

    /// Most events in hand: taken from the topic and not yet committed.
    @WithDefault("4000")
    int inHandEventsMax();

    /// Most bytes of events in hand, passed by one poll at most.
    @WithDefault("12M")
    MemorySize inHandBytesMax();

    /// Least time between two refreshes of one replica, which make searches see what it wrote.
    /// Behind a backlog only the index's own refresh_interval counts.
    @WithDefault("500ms")
    Duration refreshEvery();

    /// Fewer refused documents than this in a batch are taken for bad documents.
    @WithDefault("50")
    int brakeRefusedMin();

    /// A larger share of refused documents in a batch is taken for a wrong mapping.
    @WithDefault("0.2")
    double brakeShare();

    /// How often index and topic are looked at, to notice that one was replaced by another.
    @WithDefault("10s")
    Duration indexCheckEvery();

    /// How long work in flight may take at shutdown before it is cut off.
    @WithDefault("5s")
    Duration stopGrace();

    /// How long the thread may take to end after that.
    @WithDefault("4s")
    Duration stopDeadline();
}
