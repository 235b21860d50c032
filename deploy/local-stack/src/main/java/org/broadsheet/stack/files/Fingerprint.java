package org.broadsheet.stack.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Tells whether two packaged services are the same.
///
/// A library is named by its version, so its name and size will do. Our own jars are read. What
/// Quarkus generates from them comes out differently at every build in one place: the classes of
/// recorded start-up steps. They follow from the rest, so of them only the names count.
public final class Fingerprint {
    private static final String GENERATED = "generated-bytecode.jar";
    private static final String RECORDED = "io/quarkus/runner/recorded/";

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
            List<? extends ZipEntry> entries = zip.stream().toList();
            return entries.stream()
                    .map(
                            entry ->
                                    entry.getName().startsWith(RECORDED)
                                            ? entry.getName()
                                            : entry.getName() + " " + entry.getCrc())
                    .sorted()
                    .collect(Collectors.joining("\n"));
        }
    }
}
