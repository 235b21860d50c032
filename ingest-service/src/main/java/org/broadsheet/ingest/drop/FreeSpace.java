package org.broadsheet.ingest.drop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Whether a disk has room. What is taken without room could not be put away, or only half.
public final class FreeSpace {
    private FreeSpace() {}

    /// No room on the disk of a folder: everything waits until there is.
    public static final class DiskFull extends IOException {
        private static final long serialVersionUID = 1;

        DiskFull(String message) {
            super(message);
        }
    }

    /// @param min bytes that must be free where the folder lies
    /// @throws DiskFull if fewer are, with the figures and what to do
    public static void require(Path folder, long min) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < min) {
            throw new DiskFull(
                    "Disk full: %d bytes are free where %s lies, fewer than %d (drop.free-space-min). Nothing is taken until there is room; make some."
                            .formatted(free, folder, min));
        }
    }

    /// Whether something failed for want of room; it will go once there is some.
    public static boolean isLacking(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return e instanceof DiskFull
                || message.contains("no space left on device")
                || message.contains("disk quota exceeded");
    }
}
