package org.broadsheet.ingest.drop;

import io.quarkus.logging.Log;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Lists the files of a drop folder, subfolders included, by name. Left out: what was put away,
/// links (they could lead anywhere), the names that writers give to unfinished files, and sidecars.
public final class DropListing extends SimpleFileVisitor<Path> {
    private static final List<String> UNFINISHED =
            List.of(".part", ".tmp", ".crdownload", ".filepart", "~");

    private final Path folder;
    private final List<DroppedFile> files = new ArrayList<>();

    private DropListing(Path folder) {
        this.folder = folder;
    }

    static List<DroppedFile> of(Path folder) throws IOException {
        DropListing listing = new DropListing(folder);
        Files.walkFileTree(folder, listing);
        listing.files.sort(Comparator.comparing(DroppedFile::name));
        return listing.files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        boolean putAway =
                directory.equals(folder.resolve(DropFolder.DONE))
                        || directory.equals(folder.resolve(DropFolder.REJECTED));
        boolean hidden = !directory.equals(folder) && isHidden(directory);
        return putAway || hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()
                && !isHidden(file)
                && !isUnfinished(file.getFileName().toString())
                && !Sidecars.isSidecar(file.getFileName().toString())) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            files.add(new DroppedFile(name, file, FileState.of(attributes)));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (file.equals(folder)) {
            throw e;
        }
        // Taken away during the listing, or not ours to read: the others are listed all the same.
        Log.debugf("not listed file=%s reason=%s", file, e.getMessage());
        return FileVisitResult.CONTINUE;
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    /// Whether this is a name that writers give to a file that is not complete.
    public static boolean isUnfinished(String name) {
        return UNFINISHED.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }
}
