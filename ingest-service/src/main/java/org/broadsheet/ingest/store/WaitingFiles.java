package org.broadsheet.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadsheet.ingest.issue.Told;

/// Files of the ledger that something is to be done with: received ones to be read, and stored ones
/// to be read again. Received ones go first, so that reading again never keeps new files waiting.
@ApplicationScoped
public class WaitingFiles {
    /// How many are looked at to find one that nobody else is at.
    private static final int CANDIDATES = 32;

    private final Ledger ledger;

    WaitingFiles(Ledger ledger) {
        this.ledger = ledger;
    }

    /// A file that waits, with its bytes.
    ///
    /// @param isNew received; else it is stored, and to be read again
    /// @param withdrawn its articles are to be withdrawn instead
    /// @param dueAt as the database writes it, to see whether it was asked for once more meanwhile
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    public record Waiting(
            long id,
            boolean isNew,
            boolean withdrawn,
            String name,
            String sha256,
            byte[] raw,
            Told told,
            String dueAt) {}

    /// Whether any file is due, asked outside of a transaction.
    public boolean isAnyDue(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        """
                        select exists (select 1 from issue_file
                          where state in ('received', 'stored') and due_at <= now())
                        """)) {
            ResultSet row = select.executeQuery();
            row.next();
            return row.getBoolean(1);
        }
    }

    /// How many received files wait to be read.
    public long count(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select count(*) from issue_file where state = 'received' and due_at is not"
                                + " null")) {
            ResultSet row = select.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private record Candidate(long id, String name, String sha256) {}

    /// The next file that is due and that nobody else is at. It is ours, with its name and its
    /// bytes, until the transaction ends: nobody waits for another here, so nobody waits in a
    /// circle.
    public Optional<Waiting> next(Connection connection) throws SQLException {
        Optional<Waiting> received = next(connection, "received");
        return received.isPresent() ? received : next(connection, "stored");
    }

    private Optional<Waiting> next(Connection connection, String state) throws SQLException {
        for (Candidate candidate : candidates(connection, state)) {
            if (ledger.tryLock(connection, candidate.sha256(), candidate.name())) {
                // Whoever was faster may have been done with it by now.
                Optional<Waiting> waiting = read(connection, candidate.id());
                if (waiting.isPresent()) {
                    return waiting;
                }
            }
        }
        return Optional.empty();
    }

    private static List<Candidate> candidates(Connection connection, String state)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        """
                        select id, name, sha256 from issue_file
                        where state = ? and due_at <= now() order by due_at, id limit ?
                        """)) {
            select.setString(1, state);
            select.setInt(2, CANDIDATES);
            ResultSet rows = select.executeQuery();
            List<Candidate> candidates = new ArrayList<>();
            while (rows.next()) {
                candidates.add(
                        new Candidate(rows.getLong(1), rows.getString(2), rows.getString(3)));
            }
            return candidates;
        }
    }

    /// A stored file, whether it waits or not; what is withdrawn is not there.
    public Optional<Waiting> stored(Connection connection, long id) throws SQLException {
        return read(connection, id, "state = 'stored' and not withdrawn");
    }

    private static Optional<Waiting> read(Connection connection, long id) throws SQLException {
        return read(connection, id, "due_at <= now() and state in ('received', 'stored')");
    }

    private static Optional<Waiting> read(Connection connection, long id, String only)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        """
                        select id, state = 'received', withdrawn, name, sha256, raw, told,
                          due_at::text
                        from issue_file
                        where id = ? and %s
                        """
                                .formatted(only))) {
            select.setLong(1, id);
            ResultSet row = select.executeQuery();
            return row.next()
                    ? Optional.of(
                            new Waiting(
                                    row.getLong(1),
                                    row.getBoolean(2),
                                    row.getBoolean(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getBytes(6),
                                    ToldJson.read(row.getString(7)),
                                    row.getString(8)))
                    : Optional.empty();
        }
    }

    /// A stored file was read again. If that was asked for once more meanwhile, it waits on.
    ///
    /// @param problem why it can't be read any more; empty if it could
    public void done(Connection connection, Waiting waiting, Optional<String> problem)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        """
                        update issue_file set due_at = null, last_error = ?
                        where id = ? and due_at = ?::timestamptz
                        """)) {
            update.setString(1, problem.orElse(null));
            update.setLong(2, waiting.id());
            update.setString(3, waiting.dueAt());
            update.executeUpdate();
        }
    }

    /// It failed by itself, and is tried again after a pause that grows with the attempts.
    public void failed(
            Connection connection, long id, String error, Duration first, Duration longest)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        """
                        update issue_file set attempts = attempts + 1, last_error = ?,
                            due_at = now() + make_interval(secs =>
                                least(?, ? * power(2, least(attempts, 20))))
                        where id = ? and due_at is not null
                        """)) {
            update.setString(1, error);
            update.setDouble(2, longest.toMillis() / 1000.0);
            update.setDouble(3, first.toMillis() / 1000.0);
            update.setLong(4, id);
            update.executeUpdate();
        }
    }
}
