package org.broadsheet.ingest;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.SQLException;
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
import org.broadsheet.ingest.pause.GrowingPause;
import org.broadsheet.ingest.pause.Loop;
import org.broadsheet.ingest.schema.Schema;

/// Scans the drop folder for as long as the service runs and sends every rested file through the
/// pipeline, one per core at a time. Nothing that fails is lost: it stays in the folder. An outage
/// makes all wait, with a growing pause; a file that fails by itself is set aside, and the others
/// flow.
@ApplicationScoped
class DropLoop {
    private static final Duration RETRY_DELAY_MIN = Duration.ofMillis(250);
    private static final Duration RETRY_DELAY_MAX = Duration.ofSeconds(15);

    private final DropFolder dropFolder;
    private final DropConfig config;
    private final IngestPipeline pipeline;
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

    DropLoop(DropFolder dropFolder, DropConfig config, IngestPipeline pipeline, Schema schema) {
        this.dropFolder = dropFolder;
        this.config = config;
        this.pipeline = pipeline;
        this.schema = schema;
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

    /// What keeps the folder from being taken in, in a sentence; empty if nothing does.
    Optional<String> trouble() {
        return trouble;
    }

    private Duration turn() throws SQLException, IOException, InterruptedException {
        schema.ensure();
        dropFolder.rested();
        try (Doorbell doorbell = Doorbell.at(dropFolder.folder())) {
            while (!loop.isEnding()) {
                scan(doorbell);
                loop.wentWell();
            }
        }
        return Duration.ZERO;
    }

    private void scan(Doorbell doorbell) throws IOException, SQLException, InterruptedException {
        List<DroppedFile> files = dropFolder.rested();
        ingestAll(files);
        clearTrouble();
        if (files.isEmpty()) {
            // A file still settling is looked at again as soon as it can have rested.
            doorbell.await(dropFolder.isSettling() ? settlePause() : config.scanEvery());
        }
    }

    private Duration settlePause() {
        Duration settle = config.settleTime().plusMillis(10);
        return settle.compareTo(config.scanEvery()) < 0 ? settle : config.scanEvery();
    }

    /// @throws SQLException of the first outage; the other files are tried all the same
    private void ingestAll(List<DroppedFile> files) throws SQLException, InterruptedException {
        List<Future<Optional<SQLException>>> results =
                workers.invokeAll(
                        files.stream()
                                .map(
                                        file ->
                                                (Callable<Optional<SQLException>>)
                                                        () -> ingest(file))
                                .toList());
        Optional<SQLException> outage = Optional.empty();
        for (Future<Optional<SQLException>> result : results) {
            try {
                Optional<SQLException> met = result.get();
                outage = outage.or(() -> met);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        if (outage.isPresent()) {
            throw outage.get();
        }
    }

    /// @return the outage that was met; then the file stays as it is
    private Optional<SQLException> ingest(DroppedFile file) {
        if (loop.isEnding()) {
            return Optional.empty();
        }
        try {
            pipeline.ingest(file);
            dropFolder.setAside().release(file);
        } catch (SQLException e) {
            if (Outage.isOne(e)) {
                return Optional.of(e);
            }
            setAside(file, e);
        } catch (IOException | RuntimeException e) {
            setAside(file, e);
        }
        return Optional.empty();
    }

    private void setAside(DroppedFile file, Exception e) {
        if (dropFolder.setAside().add(file, String.valueOf(e))) {
            Log.warnf(e, "file set aside file=%s", file.printableName());
        }
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
}
