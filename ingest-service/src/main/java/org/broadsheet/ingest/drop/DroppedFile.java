package org.broadsheet.ingest.drop;

import java.nio.file.Path;

/// A file in the drop folder that has come to rest.
///
/// @param name path inside the drop folder with forward slashes: the file's identity
public record DroppedFile(String name, Path path, FileState state) {
    /// The name as it may stand in a log line: a line break in it can't start a line of its own.
    public String printableName() {
        return RawFile.printable(name);
    }
}
