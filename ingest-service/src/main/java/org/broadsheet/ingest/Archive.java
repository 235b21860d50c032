package org.broadsheet.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.broadsheet.ingest.drop.ClaimedFile;
import org.broadsheet.ingest.drop.IssueFile;
import org.broadsheet.ingest.parse.ParsedPage;
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
    /// @param parsed one for each page of the file, in order
    /// @throws SQLException if PostgreSQL is away or refuses: nothing is stored then
    @Transactional(rollbackOn = Exception.class)
    Saved save(IssueFile file, List<ParsedPage> parsed) throws SQLException {
        ClaimedFile claimed = file.claimed();
        try (Connection connection = dataSource.getConnection()) {
            ledger.lock(connection, claimed.sha256(), claimed.name());
            Optional<String> known = ledger.nameOf(connection, claimed.sha256());
            if (known.isPresent()) {
                return known(connection, claimed, known.get());
            }
            long fileId =
                    ledger.stored(
                            connection,
                            claimed.name(),
                            claimed.sha256(),
                            claimed.bytes(),
                            clock.instant());
            return replacePages(connection, fileId, file, parsed);
        }
    }

    private Saved known(Connection connection, ClaimedFile claimed, String name)
            throws SQLException {
        if (name.equals(claimed.name())) {
            return new Saved.Unchanged();
        }
        ledger.duplicate(
                connection,
                claimed.name(),
                claimed.sha256(),
                claimed.size(),
                name,
                clock.instant());
        return new Saved.Duplicate(name);
    }

    private Saved replacePages(
            Connection connection, long fileId, IssueFile file, List<ParsedPage> parsed)
            throws SQLException {
        int articles = 0;
        int changed = 0;
        int withdrawn = 0;
        for (int i = 0; i < parsed.size(); i++) {
            PageReplacement.Outcome outcome =
                    replacement.replace(connection, fileId, file, i + 1, parsed.get(i));
            articles += outcome.articles();
            changed += outcome.changed();
            withdrawn += outcome.withdrawn();
        }
        String name = file.claimed().name();
        for (int ordinal : pages.ordinalsBeyond(connection, name, parsed.size())) {
            withdrawn += replacement.clear(connection, fileId, file, ordinal).withdrawn();
        }
        return new Saved.Stored(parsed.size(), articles, changed, withdrawn);
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
