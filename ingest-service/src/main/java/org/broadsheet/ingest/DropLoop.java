package org.broadsheet.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.broadsheet.ingest.drop.Doorbell;
import org.broadsheet.ingest.drop.DropConfig;
import org.broadsheet.ingest.drop.DropFolder;
import org.broadsheet.ingest.drop.DroppedFile;
import org.broadsheet.ingest.drop.FreeSpace;
import org.broadsheet.ingest.pause.GrowingPause;
import org.broadsheet.ingest.pause.Loop;
import org.broadsheet.ingest.schema.Schema;
import org.broadsheet.ingest.store.SetAsideFiles;

/// Scans the drop folder for as long as the service runs and sends every rested file through the
/// pipeline, one per core at a time. Nothing that fails is lost: it stays in the folder. An outage
/// makes all wait, with a growing pause; a file that fails by itself is set aside, and the others
/// flow.
@ApplicationScoped
class DropLoop {
    private static final Duration RETRY_DELAY_MIN = Duration.ofMillis(250);
    private static final Duration RETRY_DELAY_MAX = Duration.ofSeconds(15);

    /// While nothing is new a pause is as many times as long as a listing, which takes most of a
    /// second in tens of thousands of subfolders, empty ones too; but a page must not wait for
    /// long.
    private static final int LISTINGS_IN_A_PAUSE = 10;

    private static final Duration PAUSE_MAX = Duration.ofSeconds(5);

    private final DropFolder dropFolder;
    private final DropConfig config;
    private final IngestPipeline pipeline;
    private final SetAsideFiles setAsideFiles;
    private final Schema schema;
    private final ExecutorService workers =
            Executors.newFixedThreadPool(
                    Runtime.getRuntime().availableProcessors(),
                    Thread.ofPlatform().name("ingest-", 1).factory());
    private final Loop loop =
            new Loop(
                    "drop-scan",
                    new GrowingPause(RETRY_DELAY_MIN, RETRY_DELAY_MAX),
                    this::turn,
                    (e, rest) -> noteTrouble(String.valueOf(e.getMessage())));
    private volatile Optional<String> trouble = Optional.of("starting");
    private volatile boolean isBusy;

    DropLoop(
            DropFolder dropFolder,
            DropConfig config,
            IngestPipeline pipeline,
            SetAsideFiles setAsideFiles,
            Schema schema,
            MeterRegistry metrics) {
        this.dropFolder = dropFolder;
        this.config = config;
        this.pipeline = pipeline;
        this.setAsideFiles = setAsideFiles;
        this.schema = schema;
        Gauge.builder("broadsheet.drop.waiting", dropFolder, DropFolder::waiting)
                .description("Files in the drop folder, as of the last look")
                .register(metrics);
        Gauge.builder("broadsheet.drop.oldest", dropFolder, f -> f.longestWait().toMillis() / 1e3)
                .baseUnit("seconds")
                .description(
                        "How long the file that waits longest has lain there unchanged, of those that"
                                + " are looked after")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    /// Lets the files in work be finished, then leaves.
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.end(Duration.ofSeconds(6));
        workers.close();
    }

    boolean isAlive() {
        return loop.isAlive();
    }

    /// Whether the folder brings files at present.
    boolean isBusy() {
        return isBusy;
    }

    /// What keeps the folder from being taken in, in a sentence; empty if nothing does.
    Optional<String> trouble() {
        return trouble;
    }

    private Duration turn() throws Exception {
        schema.ensure();
        dropFolder.setAside().remember(setAsideFiles.all().keySet());
        look();
        dropFolder.requireRoom();
        pipeline.tellOfPutAway();
        try (Doorbell doorbell = Doorbell.at(dropFolder.folder())) {
            while (!loop.isEnding()) {
                scan(doorbell);
                loop.wentWell();
            }
        }
        return Duration.ZERO;
    }

    private void scan(Doorbell doorbell) throws Exception {
        dropFolder.requireRoom();
        long began = System.nanoTime();
        List<DroppedFile> files = look();
        Duration listing = Duration.ofNanos(System.nanoTime() - began);
        isBusy = !files.isEmpty() || dropFolder.isSettling();
        ingestAll(files);
        dropFolder.requireOthers();
        clearTrouble();
        if (files.isEmpty()) {
            // A file still settling is looked at again as soon as it can have rested.
            doorbell.await(dropFolder.isSettling() ? settlePause() : pauseAfter(listing));
        }
    }

    /// Files that have rested; those that were set aside and are gone are forgotten.
    private List<DroppedFile> look() throws IOException, SQLException {
        Set<String> gone = new HashSet<>(dropFolder.setAside().names());
        List<DroppedFile> files = dropFolder.rested();
        gone.removeAll(dropFolder.setAside().names());
        setAsideFiles.forget(gone);
        return files;
    }

    private Duration pauseAfter(Duration listing) {
        Duration many = listing.multipliedBy(LISTINGS_IN_A_PAUSE);
        Duration least = many.compareTo(PAUSE_MAX) < 0 ? many : PAUSE_MAX;
        return least.compareTo(config.scanEvery()) < 0 ? config.scanEvery() : least;
    }

    private Duration settlePause() {
        Duration settle = config.settleTime().plusMillis(10);
        return settle.compareTo(config.scanEvery()) < 0 ? settle : config.scanEvery();
    }

    /// @throws Exception the first outage that was met; the other files are tried all the same
    private void ingestAll(List<DroppedFile> files) throws Exception {
        List<Future<Optional<Exception>>> results =
                workers.invokeAll(
                        files.stream()
                                .map(file -> (Callable<Optional<Exception>>) () -> ingest(file))
                                .toList());
        Optional<Exception> outage = Optional.empty();
        for (Future<Optional<Exception>> result : results) {
            try {
                Optional<Exception> met = result.get();
                outage = outage.or(() -> met);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        if (outage.isPresent()) {
            throw outage.get();
        }
    }

    /// @return the outage that was met, of the database or of room on a disk; then the file stays
    ///   as it is
    private Optional<Exception> ingest(DroppedFile file) {
        if (loop.isEnding()) {
            return Optional.empty();
        }
        try {
            pipeline.ingest(file);
            // With the first file, not with the last of thousands that waited.
            clearTrouble();
            if (dropFolder.setAside().release(file)) {
                setAsideFiles.taken(file.name());
            }
        } catch (SQLException e) {
            if (Outage.isOne(e)) {
                return Optional.of(e);
            }
            setAside(file, e);
        } catch (IOException e) {
            if (FreeSpace.isLacking(e)) {
                return Optional.of(e);
            }
            setAside(file, e);
        } catch (RuntimeException e) {
            setAside(file, e);
        }
        return Optional.empty();
    }

    private void setAside(DroppedFile file, Exception e) {
        if (dropFolder.setAside().add(file, String.valueOf(e))) {
            Log.warnf(e, "file set aside file=%s", file.printableName());
        }
        try {
            setAsideFiles.failed(file.name(), String.valueOf(e));
        } catch (SQLException away) {
            Log.infof("attempt not noted file=%s reason=%s", file.printableName(), away);
        }
    }

    private synchronized void noteTrouble(String reason) {
        if (!trouble.equals(Optional.of(reason))) {
            Log.warnf("drop folder waits folder=%s reason=%s", dropFolder.folder(), reason);
        }
        trouble = Optional.of(reason);
    }

    private synchronized void clearTrouble() {
        if (trouble.isPresent()) {
            Log.infof("drop folder scanned folder=%s", dropFolder.folder());
            trouble = Optional.empty();
        }
    }
}
