package org.broadsheet.stack.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.broadsheet.stack.Problem;

/// The folder outside the repository in which everything lives that the stack needs or keeps.
public record Home(Path root) {

    public static Home of(Map<String, String> environment) {
        String set = environment.getOrDefault("BROADSHEET_HOME", "");
        Path root =
                set.isBlank()
                        ? Path.of(System.getProperty("user.home", "."))
                                .resolve(".local/share/broadsheet")
                        : Path.of(set);
        return new Home(root.toAbsolutePath().normalize());
    }

    /// Creates what is missing. Secrets live here, so nobody else may look in.
    public void create() {
        try {
            if (!Files.isDirectory(root)) {
                Files.createDirectories(root);
                if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(
                            root, PosixFilePermissions.fromString("rwx------"));
                }
            }
            for (Path folder : new Path[] {data(), drop(), logs(), run(), secrets(), config()}) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new Problem(
                    "Cannot write to " + root + " (" + e + ").",
                    "Set BROADSHEET_HOME to a folder that belongs to you.");
        }
        StackProperties.writeTemplate(properties());
    }

    public Path properties() {
        return root.resolve("stack.properties");
    }

    public Path servers(Settings settings) {
        String elsewhere = settings.value(Setting.SERVERS);
        return elsewhere.isBlank() ? root.resolve("servers") : Path.of(elsewhere).toAbsolutePath();
    }

    public Path services() {
        return root.resolve("services");
    }

    public Path data() {
        return root.resolve("data");
    }

    public Path drop() {
        return root.resolve("drop");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path run() {
        return root.resolve("run");
    }

    public Path config() {
        return root.resolve("config");
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    /// Bytes that may still be written where the home is, or will be.
    public long freeBytes() {
        Path existing = root;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            return Files.getFileStore(existing).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot ask for the free space of " + existing, e);
        }
    }
}
