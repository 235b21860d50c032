package org.broadsheet.stack.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.broadsheet.stack.Problem;

/// Unpacks a `.txz`. The decompressor is a jar that Maven has fetched with it, because not every
/// system has an `xz` program; `tar`, which every system has, keeps permissions and links.
final class XzArchive {
    private static final String DECOMPRESSOR = "org.tukaani.xz.XZInputStream";

    private XzArchive() {}

    static void unpack(Path archive, Path folder, Path decompressor) {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {decompressor.toUri().toURL()});
                InputStream file = Files.newInputStream(archive);
                InputStream tar =
                        (InputStream)
                                loader.loadClass(DECOMPRESSOR)
                                        .getConstructor(InputStream.class)
                                        .newInstance(file)) {
            Process process =
                    new ProcessBuilder("tar", "-xf", "-", "-C", folder.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try (OutputStream in = process.getOutputStream()) {
                tar.transferTo(in);
            }
            if (process.waitFor() != 0) {
                throw failure(archive, "tar ended with " + process.exitValue());
            }
            Files.delete(archive);
        } catch (IOException | ReflectiveOperationException e) {
            throw failure(archive, e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw failure(archive, "interrupted");
        }
    }

    private static Problem failure(Path archive, String why) {
        return new Problem(
                "Cannot unpack " + archive + " (" + why + ").",
                "Check that 'tar' is installed and the disk is not full; then run it again.");
    }
}
