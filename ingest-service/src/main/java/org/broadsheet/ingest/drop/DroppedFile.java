package org.broadsheet.ingest.drop;

import java.nio.file.Path;

/// A file in the drop folder that has come to rest.
///
/// @param name path inside the drop folder with forward slashes: the file's identity
public record DroppedFile(String name, Path path, FileState state) {}
