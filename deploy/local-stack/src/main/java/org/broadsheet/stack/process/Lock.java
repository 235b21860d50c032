package org.broadsheet.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/// A file only one process at a time holds. The system frees it when its holder ends, however that
/// happens.
public final class Lock implements AutoCloseable {
    private final Optional<FileChannel> channel;

    private Lock(Optional<FileChannel> channel) {
        this.channel = channel;
    }

    /// For someone who works under a lock that is held already.
    public static Lock none() {
        return new Lock(Optional.empty());
    }

    /// Waits for as long as it takes; `whileTaken` runs once, when there is someone to wait for.
    public static Lock take(Path file, Runnable whileTaken) {
        boolean told = false;
        while (true) {
            Optional<Lock> lock = tryTake(file);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (!told) {
                told = true;
                whileTaken.run();
            }
            if (!Pause.of(Duration.ofMillis(200))) {
                throw new IllegalStateException("interrupted while waiting for " + file);
            }
        }
    }

    public static Optional<Lock> tryTake(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return locked(channel) ? Optional.of(new Lock(Optional.of(channel))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + file, e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
            if (lock.isPresent()) {
                return true;
            }
        } catch (OverlappingFileLockException _) {
            // held by this very process
        }
        channel.close();
        return false;
    }

    @Override
    public void close() {
        if (channel.isEmpty()) {
            return;
        }
        try {
            channel.get().close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot free a lock", e);
        }
    }
}
