package org.broadsheet.ingest.drop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// The files that speak of pages and are none: `<file>.meta.yaml` beside a file speaks of that
/// file, `issue.yaml` of every file in its folder.
public final class Sidecars {
    public static final String OWN = ".meta.yaml";
    public static final String FOLDERS = "issue.yaml";
    public static final int BYTES_MAX = 64 * 1024;

    private Sidecars() {}

    /// @param path with forward slashes
    public static boolean isSidecar(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return name.endsWith(OWN) || name.equals(FOLDERS);
    }

    static Path ownOf(Path page) {
        return page.resolveSibling(page.getFileName() + OWN);
    }

    static Path folderOf(Path page) {
        return page.resolveSibling(FOLDERS);
    }

    /// @return empty where there is none
    /// @throws IOException if it is there and can't be read, or is over 64 kB
    static Optional<String> read(Path sidecar) throws IOException {
        if (!Files.isRegularFile(sidecar, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(sidecar, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                throw new IOException(sidecar.getFileName() + " has more than 64 kB");
            }
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
