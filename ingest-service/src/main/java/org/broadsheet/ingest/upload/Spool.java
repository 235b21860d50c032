package org.broadsheet.ingest.upload;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.broadsheet.ingest.drop.RawFile;
import org.broadsheet.ingest.issue.Rejection;

/// The folder in which bytes lie until they are in PostgreSQL. What a killed process left in it is
/// removed when it is old: nobody was told that it was taken.
@ApplicationScoped
public class Spool {
    private static final Duration LEFTOVER_AFTER = Duration.ofHours(1);

    private final UploadConfig config;

    Spool(UploadConfig config) {
        this.config = config;
    }

    void clear(@Observes StartupEvent event) {
        Instant before = Instant.now().minus(LEFTOVER_AFTER);
        try {
            Files.createDirectories(config.spool());
            try (Stream<Path> files = Files.list(config.spool())) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        } catch (IOException e) {
            Log.warnf("spool not cleared folder=%s reason=%s", config.spool(), e.getMessage());
        }
    }

    /// Bytes in the spool, until they are closed.
    public record Spooled(Path file, long size, String sha256) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    /// Takes all bytes of a stream.
    ///
    /// @param what they are, for the refusal
    /// @throws Refusal if there are more than `upload.size-max`
    public Spooled take(String what, InputStream in) throws IOException, Refusal {
        long max = config.sizeMax().asLongValue();
        Files.createDirectories(config.spool());
        Path file = Files.createTempFile(config.spool(), "take", ".tmp");
        MessageDigest digest = RawFile.digest();
        boolean taken = false;
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            byte[] buffer = new byte[64 * 1024];
            long size = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > max) {
                    throw tooLarge(what, max);
                }
                out.write(buffer, 0, read);
            }
            taken = true;
            return new Spooled(file, size, HexFormat.of().formatHex(digest.digest()));
        } finally {
            if (!taken) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// The refusal of more bytes than a request may bring.
    public static Refusal tooLarge(String what, long max) {
        return new Refusal(413, "Too large", Rejection.of(Rejection.Kind.REQUEST_SIZE, what, max));
    }
}
