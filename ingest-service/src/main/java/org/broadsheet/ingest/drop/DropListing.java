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
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Lists the files of a drop folder, subfolders included, by name. Left out: what was put away,
/// links (they could lead anywhere), the names that writers give to unfinished files, and sidecars.
///
/// An archive of a million pages may lie there at once. Of so many the first are kept, and the
/// others are only counted: their turn comes when those are gone.
public final class DropListing extends SimpleFileVisitor<Path> {
    private static final List<String> UNFINISHED =
            List.of(".part", ".tmp", ".crdownload", ".filepart", "~");

    private final Path folder;
    private final SetAside setAside;
    private final int filesMax;
    private final NavigableMap<String, DroppedFile> first = new TreeMap<>();
    private final List<DroppedFile> aside = new ArrayList<>();
    private int count;

    private DropListing(Path folder, SetAside setAside, int filesMax) {
        this.folder = folder;
        this.setAside = setAside;
        this.filesMax = filesMax;
    }

    /// @param setAside files that are all kept, wherever they stand
    /// @param filesMax how many of the others are kept
    static DropListing of(Path folder, SetAside setAside, int filesMax) throws IOException {
        DropListing listing = new DropListing(folder, setAside, filesMax);
        Files.walkFileTree(folder, listing);
        return listing;
    }

    /// The first by name, and those that were set aside.
    List<DroppedFile> files() {
        return Stream.concat(first.values().stream(), aside.stream())
                .sorted(Comparator.comparing(DroppedFile::name))
                .toList();
    }

    /// How many files there are in all.
    int count() {
        return count;
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
            count++;
            add(folder.relativize(file).toString().replace('\\', '/'), file, attributes);
        }
        return FileVisitResult.CONTINUE;
    }

    private void add(String name, Path file, BasicFileAttributes attributes) {
        if (setAside.knows(name)) {
            aside.add(new DroppedFile(name, file, FileState.of(attributes)));
        } else if (isAmongTheFirst(name)) {
            first.put(name, new DroppedFile(name, file, FileState.of(attributes)));
            if (first.size() > filesMax) {
                first.pollLastEntry();
            }
        }
    }

    private boolean isAmongTheFirst(String name) {
        return first.size() < filesMax || (!first.isEmpty() && name.compareTo(first.lastKey()) < 0);
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
