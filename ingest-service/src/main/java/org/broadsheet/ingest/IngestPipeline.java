package org.broadsheet.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.ingest.drop.Claim;
import org.broadsheet.ingest.drop.ClaimedFile;
import org.broadsheet.ingest.drop.DropFolder;
import org.broadsheet.ingest.drop.DroppedFile;
import org.broadsheet.ingest.drop.PutAway;
import org.broadsheet.ingest.drop.RawFile;
import org.broadsheet.ingest.event.ArticleEvents;
import org.broadsheet.ingest.issue.IssueMetadata;
import org.broadsheet.ingest.issue.Rejection;
import org.broadsheet.ingest.issue.Told;
import org.broadsheet.ingest.outbox.OutboxBell;
import org.broadsheet.ingest.upload.Reception;
import org.broadsheet.ingest.upload.Reception.Received;
import org.broadsheet.ingest.upload.Refusal;
import org.broadsheet.ingest.upload.Spool;
import org.broadsheet.ingest.upload.Spool.Spooled;

/// Takes one file the whole way: read, find out what it is of, parse, save; a dropped one is
/// claimed before and put away after. Every step may happen twice: a file is put away only after it
/// is saved, and saved bytes are known again by their hash.
@ApplicationScoped
class IngestPipeline {
    /// What can become of a file. All are told from the start, so that a rate is never missing.
    private static final List<String> OUTCOMES =
            List.of("stored", "duplicate", "unchanged", "rejected", "withdrawn", "unpacked");

    private final DropFolder dropFolder;
    private final IssueReading reading;
    private final Archive archive;
    private final Spool spool;
    private final Reception reception;
    private final FileTraces traces;
    private final OutboxBell bell;
    private final MeterRegistry metrics;
    private final Clock clock;

    IngestPipeline(
            DropFolder dropFolder,
            IssueReading reading,
            Archive archive,
            Spool spool,
            Reception reception,
            FileTraces traces,
            OutboxBell bell,
            MeterRegistry metrics,
            Clock clock) {
        this.dropFolder = dropFolder;
        this.reading = reading;
        this.archive = archive;
        this.spool = spool;
        this.reception = reception;
        this.traces = traces;
        this.bell = bell;
        this.metrics = metrics;
        this.clock = clock;
        OUTCOMES.forEach(this::counter);
    }

    /// @throws IOException if the file can't be read or put away; it stays where it is
    /// @throws SQLException if PostgreSQL is away; the file stays where it is
    void ingest(DroppedFile dropped) throws IOException, SQLException {
        try (var _ = traces.begin()) {
            switch (claim(dropped)) {
                case Claim.NotYet(String why) ->
                        Log.infof(
                                "file left for later file=%s reason=%s",
                                dropped.printableName(), why);
                case Claim.Claimed(ClaimedFile claimed) -> {
                    FileTraces.isOf(claimed.raw());
                    if (Reception.isZip(claimed.name())) {
                        unpack(claimed);
                    } else {
                        take(claimed);
                    }
                }
            }
        }
    }

    private Claim claim(DroppedFile dropped) throws IOException {
        try (var _ = traces.step("receive")) {
            return dropFolder.claim(dropped);
        }
    }

    /// Enters the files of a dropped `.zip` in the ledger, where they wait for their turn. A copy
    /// is read, which nobody can change meanwhile.
    private void unpack(ClaimedFile claimed) throws IOException, SQLException {
        Instant began = clock.instant();
        RawFile zip = claimed.raw();
        try (InputStream in = dropFolder.open(claimed.file());
                Spooled copy = spool.take(zip.printableName(), in)) {
            if (!copy.sha256().equals(zip.sha256())) {
                Log.infof("file left for later file=%s", zip.printableName());
                return;
            }
            List<Received> received =
                    reception.receiveZip(
                            zip.name(),
                            copy.file(),
                            copy.size(),
                            copy.sha256(),
                            IssueMetadata.UNKNOWN);
            dropFolder.done(claimed, ArticleEvents.json(received));
            count("unpacked");
            Log.infof("file unpacked file=%s entries=%d", zip.printableName(), received.size() - 1);
        } catch (Refusal e) {
            if (e.status() == Refusal.COME_AGAIN) {
                throw new IOException(e.detail(), e);
            }
            reject(claimed, e.why(), began);
        }
    }

    private void take(ClaimedFile claimed) throws IOException, SQLException {
        Instant began = clock.instant();
        Told told = dropFolder.told(claimed);
        switch (reading.read(claimed.raw(), told)) {
            case Reading.Refused(Rejection why) -> reject(claimed, why, began);
            case Reading.Legible readable -> {
                Optional<Worked.Kept> kept =
                        archive.save(readable, told, began, () -> dropFolder.isStill(claimed));
                if (kept.isEmpty()) {
                    leave(claimed);
                    return;
                }
                dropFolder.done(claimed, kept.get().receipt().json());
                tell(claimed.raw(), kept.get());
            }
        }
    }

    private void reject(ClaimedFile claimed, Rejection why, Instant began)
            throws IOException, SQLException {
        Optional<Receipt> receipt =
                archive.reject(claimed.raw(), why, began, () -> dropFolder.isStill(claimed));
        if (receipt.isEmpty()) {
            leave(claimed);
            return;
        }
        dropFolder.reject(claimed, why.words(), receipt.get().json());
        tell(claimed.raw(), new Worked.Refused(why));
    }

    private static void leave(ClaimedFile claimed) {
        Log.infof(
                "file left for later file=%s reason=changed or taken away after it was read",
                claimed.raw().printableName());
    }

    /// Writes the receipts that a kill, or a full disk, kept from being written.
    void tellOfPutAway() throws IOException, SQLException {
        for (PutAway file : dropFolder.withoutReceipt()) {
            Optional<String> receipt = archive.receipt(file.name(), file.sha256());
            if (receipt.isPresent()) {
                dropFolder.tell(file, receipt.get(), Receipt.reasonIn(receipt.get()));
                Log.infof("receipt written late file=%s", RawFile.printable(file.name()));
            }
        }
    }

    /// Takes the next file that waits in the ledger: one that came over HTTP, or one to be read
    /// again.
    ///
    /// @throws SQLException if PostgreSQL is away; the file waits on
    Took ingestNextWaiting() throws SQLException {
        if (!archive.isAnyDue()) {
            return Took.NOTHING;
        }
        try (var _ = traces.begin()) {
            Optional<Worked> worked = archive.workOnNext(reading);
            worked.ifPresent(done -> tell(done.raw(), done.outcome()));
            return worked.map(done -> done.isNew() ? Took.NEW : Took.AGAIN).orElse(Took.NOTHING);
        } catch (WorkFailed e) {
            Log.warnf(e, "file put off id=%d", e.id());
            archive.failed(e);
            return Took.NEW;
        }
    }

    /// Which kind of waiting file there was.
    enum Took {
        NOTHING,
        NEW,
        AGAIN
    }

    private void tell(RawFile raw, Worked.Outcome outcome) {
        String name = raw.printableName();
        switch (outcome) {
            case Worked.Refused(Rejection why) -> {
                count("rejected");
                Log.warnf("file rejected file=%s reason=%s", name, why.words());
            }
            case Worked.Withdrawn(int articles) -> {
                bell.ring();
                count("withdrawn");
                Log.infof("file withdrawn file=%s articles=%d", name, articles);
            }
            case Worked.Kept(Saved.Stored stored, _) -> {
                bell.ring();
                count("stored");
                try (var _ = FileTraces.articles(articles(stored))) {
                    Log.infof(
                            "file stored file=%s pages=%d articles=%d changed=%d withdrawn=%d",
                            name,
                            stored.pages().size(),
                            stored.articles(),
                            stored.changed(),
                            stored.withdrawn());
                }
            }
            case Worked.Kept(Saved.Duplicate(String of), _) -> {
                count("duplicate");
                Log.infof("file duplicate file=%s of=%s", name, of);
            }
            case Worked.Kept(Saved.Unchanged _, _) -> {
                count("unchanged");
                Log.infof("file unchanged file=%s", name);
            }
        }
    }

    private void count(String outcome) {
        counter(outcome).increment();
    }

    private Counter counter(String outcome) {
        return Counter.builder("broadsheet.files")
                .description("Files that were dealt with, by what became of them")
                .tag("outcome", outcome)
                .register(metrics);
    }

    private static List<String> articles(Saved.Stored stored) {
        return stored.pages().stream().flatMap(page -> page.articleIds().stream()).toList();
    }
}
