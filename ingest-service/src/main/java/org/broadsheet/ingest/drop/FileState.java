package org.broadsheet.ingest.drop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/// What a look at a file shows without reading it. Two equal looks, a moment apart, mean that
/// nobody is writing.
///
/// @param inode the file system's own key of the file, or "" where it has none: tells a file that
///   was replaced by another of the same size and time
record FileState(long size, FileTime modified, String inode) {
    static FileState of(Path file) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return of(attributes);
    }

    static FileState of(BasicFileAttributes attributes) {
        Object key = attributes.fileKey();
        return new FileState(
                attributes.size(),
                attributes.lastModifiedTime(),
                key == null ? "" : key.toString());
    }
}
