package org.broadsheet.stack.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Tells whether two packaged services are the same. A library is named by its version, so its name
/// and size will do; our own jars are read.
public final class Fingerprint {
    private Fingerprint() {}

    public static String of(Path folder) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : Folders.everythingIn(folder)) {
                if (Files.isDirectory(file)) {
                    continue;
                }
                Path name = folder.relativize(file);
                digest.update(
                        (name + "\n" + Files.size(file) + "\n").getBytes(StandardCharsets.UTF_8));
                if (!name.startsWith("lib")) {
                    digest.update(Files.readAllBytes(file));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
