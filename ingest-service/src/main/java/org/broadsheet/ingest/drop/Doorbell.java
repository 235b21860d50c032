package org.broadsheet.ingest.drop;

import io.quarkus.logging.Log;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Waits for the next scan: until something happens in the folder, or until the time is up. Only a
/// doorbell: it rings for the folder itself, not its subfolders, may ring for nothing, and may not
/// ring at all; what it says is never believed, the listing is.
public final class Doorbell implements AutoCloseable {
    private final Path folder;
    private WatchService watch;
    private WatchKey key;

    private Doorbell(Path folder, WatchService watch, WatchKey key) {
        this.folder = folder;
        this.watch = watch;
        this.key = key;
    }

    /// @throws IOException if the folder can't be watched; scanning at intervals is enough then
    public static Doorbell at(Path folder) throws IOException {
        WatchService watch = folder.getFileSystem().newWatchService();
        return new Doorbell(folder, watch, register(folder, watch));
    }

    private static WatchKey register(Path folder, WatchService watch) throws IOException {
        return folder.register(
                watch,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.OVERFLOW);
    }

    /// Returns when the bell rings, and at the latest after `longest`.
    public void await(Duration longest) throws InterruptedException {
        WatchKey rung;
        try {
            rung = watch.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ClosedWatchServiceException e) {
            return;
        }
        if (rung != null) {
            rung.pollEvents();
            if (!rung.reset()) {
                renew();
            }
        }
    }

    /// The folder was deleted and perhaps made again: watch the new one.
    private void renew() {
        try {
            key.cancel();
            key = register(folder, watch);
        } catch (IOException e) {
            Log.debugf("doorbell out of order folder=%s reason=%s", folder, e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }
}
