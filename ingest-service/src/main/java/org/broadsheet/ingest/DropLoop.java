package org.broadsheet.ingest;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.broadsheet.ingest.drop.Doorbell;
import org.broadsheet.ingest.drop.DropConfig;
import org.broadsheet.ingest.drop.DropFolder;
import org.broadsheet.ingest.drop.DroppedFile;
import org.broadsheet.ingest.schema.Schema;

/// Scans the drop folder for as long as the service runs and sends every rested file through the
/// pipeline, one per core at a time. What fails stays in the folder and comes again with the next
/// scan; the pause grows while scans fail.
@ApplicationScoped
class DropLoop {
    private static final Duration RETRY_DELAY_MAX = Duration.ofSeconds(15);

    private final DropFolder dropFolder;
    private final DropConfig config;
    private final IngestPipeline pipeline;
    private final Schema schema;
    private final ExecutorService workers =
            Executors.newFixedThreadPool(
                    Runtime.getRuntime().availableProcessors(),
                    Thread.ofPlatform().name("ingest-", 1).factory());
    private final Thread thread = Thread.ofPlatform().name("drop-scan").unstarted(this::run);
    private volatile boolean stopping;
    private volatile Optional<String> trouble = Optional.of("starting");

    DropLoop(DropFolder dropFolder, DropConfig config, IngestPipeline pipeline, Schema schema) {
        this.dropFolder = dropFolder;
        this.config = config;
        this.pipeline = pipeline;
        this.schema = schema;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    /// Lets the files in work be finished, then leaves.
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(Duration.ofSeconds(8));
        workers.close();
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    /// What keeps the last scan from having gone well, in a sentence; empty if nothing did.
    Optional<String> trouble() {
        return trouble;
    }

    private void run() {
        Duration pause = Duration.ZERO;
        while (!stopping) {
            try {
                schema.ensure();
                dropFolder.rested();
                scanUntilTrouble();
                pause = Duration.ZERO;
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException e) {
                noteTrouble(String.valueOf(e.getMessage()));
                pause = longer(pause);
                if (!sleep(pause)) {
                    return;
                }
            }
        }
    }

    private void scanUntilTrouble() throws IOException, InterruptedException {
        try (Doorbell doorbell = Doorbell.at(dropFolder.folder())) {
            Duration pause = Duration.ZERO;
            while (!stopping) {
                Optional<String> failed = ingestAll(dropFolder.rested());
                if (failed.isPresent()) {
                    noteTrouble(failed.get());
                    pause = longer(pause);
                    Thread.sleep(pause);
                } else {
                    clearTrouble();
                    pause = Duration.ZERO;
                    // A file still settling is looked at again as soon as it can have rested.
                    boolean soon = dropFolder.isSettling();
                    doorbell.await(soon ? shorterPause() : config.scanEvery());
                }
            }
        }
    }

    private Duration shorterPause() {
        Duration settle = config.settleTime().plusMillis(10);
        return settle.compareTo(config.scanEvery()) < 0 ? settle : config.scanEvery();
    }

    /// @return the reason of the first failure; the other files are ingested all the same
    private Optional<String> ingestAll(List<DroppedFile> files) throws InterruptedException {
        List<Future<Void>> results = workers.invokeAll(files.stream().map(this::work).toList());
        Optional<String> failed = Optional.empty();
        for (int i = 0; i < results.size(); i++) {
            try {
                results.get(i).get();
            } catch (ExecutionException e) {
                String reason = files.get(i).name() + ": " + e.getCause();
                Log.debugf(e.getCause(), "file failed file=%s", files.get(i).name());
                failed = failed.or(() -> Optional.of(reason));
            }
        }
        return failed;
    }

    private Callable<Void> work(DroppedFile file) {
        return () -> {
            if (!stopping) {
                pipeline.ingest(file);
            }
            return null;
        };
    }

    private void noteTrouble(String reason) {
        if (!trouble.equals(Optional.of(reason))) {
            Log.warnf("drop folder waits folder=%s reason=%s", dropFolder.folder(), reason);
        }
        trouble = Optional.of(reason);
    }

    private void clearTrouble() {
        if (trouble.isPresent()) {
            Log.infof("drop folder scanned folder=%s", dropFolder.folder());
            trouble = Optional.empty();
        }
    }

    private static Duration longer(Duration pause) {
        Duration next = pause.isZero() ? Duration.ofMillis(250) : pause.multipliedBy(2);
        return next.compareTo(RETRY_DELAY_MAX) > 0 ? RETRY_DELAY_MAX : next;
    }

    private boolean sleep(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
