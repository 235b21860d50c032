package org.broadsheet.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.broadsheet.ingest.drop.RawFile;
import org.broadsheet.ingest.issue.Rejection;
import org.broadsheet.ingest.issue.Told;
import org.broadsheet.ingest.store.Ledger;
import org.broadsheet.ingest.store.PageStore;
import org.broadsheet.ingest.store.WaitingFiles;
import org.broadsheet.ingest.store.WaitingFiles.Waiting;

/// The only place where articles change, each time in one transaction: a file's ledger row, its
/// pages and articles and their outbox rows are stored together or not at all.
@ApplicationScoped
class Archive {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration PAUSE_MAX = Duration.ofMinutes(5);

    private final DataSource dataSource;
    private final Ledger ledger;
    private final WaitingFiles waitingFiles;
    private final PageStore pages;
    private final PageReplacement replacement;
    private final FileTraces traces;
    private final Clock clock;
    private final TransactionSynchronizationRegistry transaction;

    Archive(
            DataSource dataSource,
            Ledger ledger,
            WaitingFiles waitingFiles,
            PageStore pages,
            PageReplacement replacement,
            FileTraces traces,
            Clock clock,
            TransactionSynchronizationRegistry transaction) {
        this.dataSource = dataSource;
        this.ledger = ledger;
        this.waitingFiles = waitingFiles;
        this.pages = pages;
        this.replacement = replacement;
        this.traces = traces;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// Saves a dropped file with what was parsed from it.
    ///
    /// Bytes that are stored already under this name are put in the place of themselves: a newer
    /// parser or metadata that was not known before may change their articles, and mostly nothing
    /// does.
    ///
    /// @param began when the reading of the file began
    /// @param isStill whether the file is still what was read: asked once nobody else can be at its
    ///   name, so that what has come in its place meanwhile, and was saved by somebody faster, is
    ///   not put under what was there before
    /// @return empty if it is not
    /// @throws SQLException if PostgreSQL is away or refuses: nothing is stored then
    @Transactional(rollbackOn = Exception.class)
    Optional<Worked.Kept> save(
            Reading.Legible reading, Told told, Instant began, BooleanSupplier isStill)
            throws SQLException {
        RawFile raw = reading.file().raw();
        try (Connection connection = dataSource.getConnection()) {
            ledger.lock(connection, raw.sha256(), raw.name());
            if (!isStill.getAsBoolean()) {
                return Optional.empty();
            }
            return Optional.of(save(connection, reading, told, began));
        }
    }

    private Worked.Kept save(
            Connection connection, Reading.Legible reading, Told told, Instant began)
            throws SQLException {
        RawFile raw = reading.file().raw();
        Optional<Known> known = saveKnown(connection, reading, told);
        if (known.isPresent()) {
            Saved saved = known.get().saved();
            long id =
                    saved instanceof Saved.Duplicate(String of)
                            ? ledger.duplicate(connection, entry(raw, false, told), of)
                            : known.get().id();
            return kept(connection, id, reading, saved, began);
        }
        String charset = reading.file().charset().name();
        long id = ledger.stored(connection, entry(raw, true, told), charset);
        return kept(connection, id, reading, replacePages(connection, id, reading), began);
    }

    /// Bytes that are stored already.
    ///
    /// @param id of the file as which they are
    private record Known(long id, Saved saved) {}

    /// Saves bytes that are stored already, whoever they come from.
    private Optional<Known> saveKnown(Connection connection, Reading.Legible reading, Told told)
            throws SQLException {
        RawFile raw = reading.file().raw();
        Optional<Ledger.StoredFile> found = ledger.fileOf(connection, raw.sha256());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Ledger.StoredFile known = found.get();
        if (!known.name().equals(raw.name())) {
            return Optional.of(new Known(known.id(), new Saved.Duplicate(known.name())));
        }
        ledger.bringBack(connection, known.id());
        Told all = told.after(known.told());
        if (!all.equals(known.told())) {
            ledger.tell(connection, known.id(), all);
        }
        Saved saved = replacePages(connection, known.id(), reading).orUnchanged();
        return Optional.of(new Known(known.id(), saved));
    }

    private Worked.Kept kept(
            Connection connection, long id, Reading.Legible reading, Saved saved, Instant began)
            throws SQLException {
        Receipt receipt = Receipt.of(reading, saved, began, clock.instant());
        ledger.receipt(connection, id, receipt.json());
        ledger.parsed(connection, id, reading.parsedAt());
        return new Worked.Kept(saved, receipt);
    }

    /// Records that a dropped file was rejected. Its bytes stay in the folder.
    ///
    /// @param isStill as above
    /// @return empty if it is not
    @Transactional(rollbackOn = Exception.class)
    Optional<Receipt> reject(RawFile raw, Rejection why, Instant began, BooleanSupplier isStill)
            throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            ledger.lock(connection, raw.sha256(), raw.name());
            if (!isStill.getAsBoolean()) {
                return Optional.empty();
            }
            Receipt receipt = Receipt.ofRejected(raw, why, began, clock.instant());
            long id = ledger.rejected(connection, entry(raw, false, Told.NOTHING), why);
            ledger.receipt(connection, id, receipt.json());
            return Optional.of(receipt);
        }
    }

    /// The receipt of a file that was put away, to be put beside it once more.
    Optional<String> receipt(String name, String sha256) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return ledger.receipt(connection, name, sha256);
        }
    }

    private Ledger.Entry entry(RawFile raw, boolean keep, Told told) {
        return new Ledger.Entry(
                raw.name(),
                raw.sha256(),
                raw.size(),
                keep ? raw.bytes() : null,
                told,
                clock.instant());
    }

    /// Whether a file of the ledger waits to be read.
    boolean isAnyDue() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return waitingFiles.isAnyDue(connection);
        }
    }

    /// Reads the next file of the ledger that waits for it, and saves what comes of it.
    ///
    /// @return what became of it; empty if none waits
    /// @throws WorkFailed if it fails by itself; it waits on
    /// @throws SQLException if PostgreSQL is away; it waits on
    @Transactional(rollbackOn = Exception.class)
    Optional<Worked> workOnNext(IssueReading reading) throws SQLException, WorkFailed {
        try (Connection connection = dataSource.getConnection()) {
            Optional<Waiting> next = waitingFiles.next(connection);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            Waiting waiting = next.get();
            try {
                return Optional.of(work(connection, waiting, reading));
            } catch (SQLException | RuntimeException e) {
                if (e instanceof SQLException sql && Outage.isOne(sql)) {
                    throw sql;
                }
                throw new WorkFailed(waiting, e);
            }
        }
    }

    private Worked work(Connection connection, Waiting waiting, IssueReading reading)
            throws SQLException {
        RawFile raw = raw(waiting);
        FileTraces.isOf(raw);
        if (waiting.withdrawn()) {
            return new Worked(raw, waiting.isNew(), withdraw(connection, waiting, raw));
        }
        Instant began = clock.instant();
        Reading read = reading.read(raw, waiting.told());
        Worked.Outcome outcome =
                waiting.isNew()
                        ? saveReceived(connection, waiting, read, began)
                        : saveAgain(connection, waiting, read, began);
        return new Worked(raw, waiting.isNew(), outcome);
    }

    private static RawFile raw(Waiting waiting) {
        return new RawFile(waiting.name(), waiting.raw().length, waiting.sha256(), waiting.raw());
    }

    private Worked.Withdrawn withdraw(Connection connection, Waiting waiting, RawFile raw)
            throws SQLException {
        int articles = clear(connection, waiting.id(), raw, 0);
        if (articles > 0) {
            ledger.articlesChanged(connection, waiting.id());
        }
        waitingFiles.done(connection, waiting, Optional.empty());
        return new Worked.Withdrawn(articles);
    }

    /// Withdraws what stands on a file's pages behind the first ones.
    ///
    /// @return how many articles that were
    private int clear(Connection connection, long fileId, RawFile raw, int pagesKept)
            throws SQLException {
        int withdrawn = 0;
        for (int ordinal : pages.ordinalsBeyond(connection, raw.name(), pagesKept)) {
            withdrawn += replacement.clear(connection, fileId, raw, ordinal).withdrawn();
        }
        return withdrawn;
    }

    private Worked.Outcome saveReceived(
            Connection connection, Waiting waiting, Reading reading, Instant began)
            throws SQLException {
        return switch (reading) {
            case Reading.Refused(Rejection why) -> {
                ledger.becomeRejected(connection, waiting.id(), why);
                Receipt receipt = Receipt.ofRejected(raw(waiting), why, began, clock.instant());
                ledger.receipt(connection, waiting.id(), receipt.json());
                yield new Worked.Refused(why);
            }
            case Reading.Legible readable -> {
                Optional<Known> known = saveKnown(connection, readable, waiting.told());
                if (known.isPresent()) {
                    Saved saved = known.get().saved();
                    String of =
                            saved instanceof Saved.Duplicate(String other) ? other : waiting.name();
                    ledger.becomeDuplicate(connection, waiting.id(), of);
                    yield kept(connection, waiting.id(), readable, saved, began);
                }
                String charset = readable.file().charset().name();
                ledger.becomeStored(connection, waiting.id(), waiting.name(), charset);
                Saved saved = replacePages(connection, waiting.id(), readable);
                yield kept(connection, waiting.id(), readable, saved, began);
            }
        };
    }

    private Worked.Outcome saveAgain(
            Connection connection, Waiting waiting, Reading reading, Instant began)
            throws SQLException {
        return switch (reading) {
            case Reading.Refused(Rejection why) -> {
                waitingFiles.done(connection, waiting, Optional.of(why.words()));
                yield new Worked.Refused(why);
            }
            case Reading.Legible readable -> {
                Saved saved = replacePages(connection, waiting.id(), readable).orUnchanged();
                waitingFiles.done(connection, waiting, Optional.empty());
                yield kept(connection, waiting.id(), readable, saved, began);
            }
        };
    }

    /// What reading a stored file again would change. It is done in full and then taken back, so
    /// that it can't differ from what would be done.
    ///
    /// @return empty if there is no such stored file
    @Transactional(rollbackOn = Exception.class)
    Optional<FileDifference> difference(long id, IssueReading reading) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            transaction.setRollbackOnly();
            Optional<Waiting> found = waitingFiles.stored(connection, id);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Waiting file = found.get();
            return switch (reading.read(raw(file), file.told())) {
                case Reading.Refused(Rejection why) ->
                        Optional.of(FileDifference.ofProblem(id, file.name(), why.words()));
                case Reading.Legible legible -> {
                    ledger.lock(connection, file.sha256(), file.name());
                    Map<String, String> before = pages.contents(connection, file.name());
                    Saved.Stored _ = replacePages(connection, id, legible);
                    Map<String, String> after = pages.contents(connection, file.name());
                    yield Optional.of(FileDifference.of(id, file.name(), before, after));
                }
            };
        }
    }

    /// Notes a failure, so that it can be seen, and puts the next attempt off.
    @Transactional(rollbackOn = Exception.class)
    void failed(WorkFailed failure) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            waitingFiles.failed(connection, failure.id(), failure.reason(), FIRST_PAUSE, PAUSE_MAX);
        }
    }

    private Saved.Stored replacePages(Connection connection, long fileId, Reading.Legible reading)
            throws SQLException {
        RawFile raw = reading.file().raw();
        List<IssuePage> parsed = reading.pages();
        List<SavedPage> saved = new ArrayList<>();
        try (var _ = traces.step("store")) {
            for (int i = 0; i < parsed.size(); i++) {
                saved.add(replacement.replace(connection, fileId, raw, i + 1, parsed.get(i)));
            }
            int withdrawn = clear(connection, fileId, raw, parsed.size());
            Saved.Stored stored = new Saved.Stored(saved, withdrawn);
            if (stored.changed() + stored.withdrawn() > 0) {
                ledger.articlesChanged(connection, fileId);
            }
            return stored;
        }
    }
}
