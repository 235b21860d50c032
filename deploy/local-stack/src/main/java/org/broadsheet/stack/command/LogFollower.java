package org.broadsheet.stack.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.broadsheet.stack.process.Pause;
import org.broadsheet.stack.terminal.Terminal;

/// Prints what is added to a log, until the command is interrupted. A log that begins anew, because
/// its process was started again, is read from its beginning.
final class LogFollower {
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final Path log;
    private final Terminal terminal;
    private long position;

    LogFollower(Path log, Terminal terminal) {
        this.log = log;
        this.terminal = terminal;
        this.position = log.toFile().length();
    }

    void follow() {
        do {
            try {
                printNew();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + log, e);
            }
        } while (Pause.of(LOOK_EVERY));
    }

    /// Prints whole lines only: a half one, and half a character, wait for their end.
    private void printNew() throws IOException {
        long length = log.toFile().length();
        if (length < position) {
            position = 0;
        }
        if (length == position) {
            return;
        }
        try (InputStream in = Files.newInputStream(log)) {
            in.skipNBytes(position);
            byte[] bytes = in.readAllBytes();
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            position += end;
            new String(bytes, 0, end, StandardCharsets.UTF_8).lines().forEach(terminal::line);
        }
    }
}
