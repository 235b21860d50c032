package org.broadsheet.ingest.upload;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/// Limits of what may come over HTTP or in a `.zip`. Each single file has the limits of the drop
/// folder besides.
@ConfigMapping(prefix = "upload")
public interface UploadConfig {
    /// Where requests and archives lie while they are taken in. Emptied of leftovers at the start.
    Path spool();

    /// Most bytes in one request, and in one `.zip`.
    @WithDefault("64M")
    MemorySize sizeMax();

    /// Most files in one request.
    @WithDefault("500")
    int filesMax();

    /// Requests that may bring files at the same time; the others are asked to come again.
    @WithDefault("4")
    int concurrentMax();

    /// Requests a second that one key may bring files with; 0 is no limit.
    @WithDefault("50")
    int requestsPerSecond();

    /// How many of them may come at once before that rate counts.
    @WithDefault("500")
    int requestsBurst();

    /// Received files that may wait to be read before new ones are asked to come again.
    @WithDefault("20000")
    int waitingMax();

    /// Most files in a `.zip`. A year of a daily newspaper has a few thousand pages.
    @WithDefault("5000")
    int zipEntriesMax();

    /// Most bytes that a `.zip` may unpack to.
    @WithDefault("512M")
    MemorySize zipUnpackedMax();

    /// How many times larger than packed a file may be. Text packs to a third or a tenth; only a
    /// bomb packs to a thousandth.
    @WithDefault("200")
    int zipRatioMax();
}
