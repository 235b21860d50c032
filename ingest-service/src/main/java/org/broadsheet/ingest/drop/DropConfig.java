package org.broadsheet.ingest.drop;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/// Settings of the drop folder.
@ConfigMapping(prefix = "drop")
public interface DropConfig {
    /// Folder scanned for issue files, subfolders included. Made if it is missing. In it, `done`
    /// and `rejected` hold what was taken.
    Path folder();

    /// Time between two full listings; ten times as long as a listing takes, if that is longer, but
    /// not more than 5 s. File events only ring the bell sooner.
    @WithDefault("2s")
    Duration scanEvery();

    /// A file is taken once size, time and inode have not changed for this long.
    @WithDefault("1s")
    Duration settleTime();

    /// Larger files are rejected without being loaded. A printed page is about 20 kB of text.
    @WithDefault("8M")
    MemorySize fileSizeMax();

    /// Files with more pages are rejected. A day's newspaper rarely has a hundred.
    @WithDefault("1000")
    int pagesMax();

    /// Files with more lines are rejected. A printed page has a few hundred.
    @WithDefault("200000")
    int linesMax();

    /// Files with a longer line are rejected, in UTF-16 units. A printed line has some thirty; a
    /// page that was extracted without line breaks some thousands.
    @WithDefault("100000")
    int lineLengthMax();

    /// While fewer bytes are free where the folder lies, nothing is taken.
    @WithDefault("64M")
    MemorySize freeSpaceMin();
}
