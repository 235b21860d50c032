package org.broadsheet.index.index;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The index and how it is written.
@ConfigMapping(prefix = "index")
public interface IndexConfig {
    /// Name that searches use; the index itself is called `<alias>-<generation>`.
    @WithDefault("articles")
    String alias();

    /// Settings and mapping of the index, on the class path.
    @WithDefault("contract/index/articles.index.json")
    String contract();

    /// Terms of this archive that are one word; an index made from now on knows them.
    Optional<List<String>> words();

    /// Sets of words that mean the same: `index.synonyms[0]` is `word,word`. An index made from now
    /// on knows them.
    Optional<List<String>> synonyms();

    /// Primary shards of an index made from now on. Elastic advises up to 50 GB in each; several
    /// are searched side by side.
    @WithDefault("1")
    int shards();

    /// Most bytes in one bulk request; a larger document travels alone.
    @WithDefault("5M")
    MemorySize bulkBytesMax();

    /// A bulk request that takes longer makes the next ones smaller.
    @WithDefault("5s")
    Duration bulkSlow();

    /// Deadline of a bulk request.
    @WithDefault("30s")
    Duration bulkDeadline();

    /// Deadline of any other request.
    @WithDefault("5s")
    Duration callDeadline();

    /// Deadline of one page of a scan through a whole index, and of a purge.
    @WithDefault("60s")
    Duration scanDeadline();

    /// Withdrawn articles are removed from the index after this time. Much longer than the topic
    /// keeps superseded revisions (a day), so that no replay finds one that has lost its successor.
    @WithDefault("90d")
    Duration purgeAfter();

    /// How often that is done.
    @WithDefault("24h")
    Duration purgeEvery();
}
