package org.broadsheet.ingest.drop;

import java.nio.file.Path;

/// A file that was put away.
///
/// @param name under which it was dropped, as far as can be seen from where it lies
public record PutAway(String name, String sha256, Path path) {}
