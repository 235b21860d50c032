package org.broadsheet.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.broadsheet.ingest.drop.ClaimedFile;
import org.broadsheet.ingest.drop.IssueFile;
import org.broadsheet.ingest.store.Ledger;
import org.broadsheet.ingest.store.PageStore;

/// The only transaction: a file's ledger row, its pages and articles and their outbox rows are
/// stored together or not at all.
@ApplicationScoped
class Archive {
    private final DataSource dataSource;
    private final Ledger ledger;
    private final PageStore pages;
    private final PageReplacement replacement;
    private final Clock clock;

    Archive(
            DataSource dataSource,
            Ledger ledger,
            PageStore pages,
            PageReplacement replacement,
            Clock clock) {
        this.dataSource = dataSource;
        this.ledger = ledger;
        this.pages = pages;
        this.replacement = replacement;
        this.clock = clock;
    }

    /// Saves a file with what was parsed from it.
    ///
    /// Bytes that are stored already under this name are put in the place of themselves: a newer
    /// parser or metadata that was not known before may change their articles, and mostly nothing
    /// does.
    ///
    /// @param parsed the pages of the file, in order
    /// @throws SQLException if PostgreSQL is away or refuses: nothing is stored then
    @Transactional(rollbackOn = Exception.class)
    Saved save(IssueFile file, List<IssuePage> parsed) throws SQLException {
        ClaimedFile claimed = file.claimed();
        try (Connection connection = dataSource.getConnection()) {
            ledger.lock(connection, claimed.sha256(), claimed.name());
            Optional<Ledger.StoredFile> known = ledger.fileOf(connection, claimed.sha256());
            if (known.isPresent()) {
                return known.get().name().equals(claimed.name())
                        ? replacePages(connection, known.get().id(), claimed, parsed).orUnchanged()
                        : duplicate(connection, claimed, known.get().name());
            }
            long fileId =
                    ledger.stored(
                            connection,
                            claimed.name(),
                            claimed.sha256(),
                            claimed.bytes(),
                            file.charset().name(),
                            clock.instant());
            return replacePages(connection, fileId, claimed, parsed);
        }
    }

    private Saved duplicate(Connection connection, ClaimedFile claimed, String name)
            throws SQLException {
        ledger.duplicate(
                connection,
                claimed.name(),
                claimed.sha256(),
                claimed.size(),
                name,
                clock.instant());
        return new Saved.Duplicate(name);
    }

    private Saved.Stored replacePages(
            Connection connection, long fileId, ClaimedFile claimed, List<IssuePage> parsed)
            throws SQLException {
        List<SavedPage> saved = new ArrayList<>();
        for (int i = 0; i < parsed.size(); i++) {
            saved.add(replacement.replace(connection, fileId, claimed, i + 1, parsed.get(i)));
        }
        int withdrawn = 0;
        for (int ordinal : pages.ordinalsBeyond(connection, claimed.name(), parsed.size())) {
            withdrawn += replacement.clear(connection, fileId, claimed, ordinal).withdrawn();
        }
        return new Saved.Stored(saved, withdrawn);
    }

    /// Records that a file was rejected.
    @Transactional(rollbackOn = Exception.class)
    void reject(ClaimedFile claimed, String reason) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            ledger.rejected(
                    connection,
                    claimed.name(),
                    claimed.sha256(),
                    claimed.size(),
                    reason,
                    clock.instant());
        }
    }
}
