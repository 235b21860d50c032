package org.broadsheet.stack.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Tells whether two packaged services are the same.
///
/// A library is named by its version, so its name and size will do. Our own jar, with the settings
/// in it, is read. What Quarkus generates follows from these two, but comes out a little different
/// at every build: of it only the names of the classes count.
public final class Fingerprint {
    private static final String GENERATED = "generated-bytecode.jar";

    private Fingerprint() {}

    public static String of(Path folder) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : Folders.everythingIn(folder)) {
                if (!Files.isDirectory(file)) {
                    digest.update(
                            (folder.relativize(file) + "\n").getBytes(StandardCharsets.UTF_8));
                    digest.update(content(folder.relativize(file), file));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] content(Path name, Path file) throws IOException {
        if (name.startsWith("lib")) {
            return Long.toString(Files.size(file)).getBytes(StandardCharsets.UTF_8);
        }
        if (name.endsWith(GENERATED)) {
            return entries(file).getBytes(StandardCharsets.UTF_8);
        }
        return Files.readAllBytes(file);
    }

    private static String entries(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).sorted().collect(Collectors.joining("\n"));
        }
    }
}
