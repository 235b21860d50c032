package org.broadsheet.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The ledger of files: what was dropped and what became of it.
@ApplicationScoped
public class Ledger {
    /// Makes everyone who saves these bytes, or a file of this name, wait for the others. Bytes
    /// come before names for all, so that nobody waits in a circle. Held until the transaction
    /// ends.
    public void lock(Connection connection, String sha256, String name) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement(
                        "select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, "bytes " + sha256);
            lock.execute();
            lock.setString(1, "name " + name);
            lock.execute();
        }
    }

    /// A stored file.
    public record StoredFile(long id, String name) {}

    /// The file as which these bytes are stored at present.
    public Optional<StoredFile> fileOf(Connection connection, String sha256) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select id, name from issue_file where sha256 = ? and state = 'stored'")) {
            select.setString(1, sha256);
            ResultSet rows = select.executeQuery();
            return rows.next()
                    ? Optional.of(new StoredFile(rows.getLong(1), rows.getString(2)))
                    : Optional.empty();
        }
    }

    /// Records a file as stored, in place of what its name held before.
    ///
    /// @return the row's id
    public long stored(
            Connection connection,
            String name,
            String sha256,
            byte[] raw,
            String charset,
            Instant receivedAt)
            throws SQLException {
        try (PreparedStatement supersede =
                connection.prepareStatement(
                        "update issue_file set state = 'superseded' where name = ? and state = 'stored'")) {
            supersede.setString(1, name);
            supersede.executeUpdate();
        }
        Row row = new Row(name, sha256, raw.length, "stored", null, null, raw, charset, receivedAt);
        return insert(connection, row);
    }

    public void duplicate(
            Connection connection,
            String name,
            String sha256,
            long size,
            String duplicateOf,
            Instant receivedAt)
            throws SQLException {
        insert(
                connection,
                new Row(
                        name,
                        sha256,
                        size,
                        "duplicate",
                        null,
                        duplicateOf,
                        null,
                        null,
                        receivedAt));
    }

    /// Records a rejection, once for the same bytes under the same name.
    public void rejected(
            Connection connection,
            String name,
            String sha256,
            long size,
            String reason,
            Instant receivedAt)
            throws SQLException {
        try (PreparedStatement known =
                connection.prepareStatement(
                        "select 1 from issue_file where name = ? and sha256 = ? and state = 'rejected'")) {
            known.setString(1, name);
            known.setString(2, sha256);
            if (known.executeQuery().next()) {
                return;
            }
        }
        insert(
                connection,
                new Row(name, sha256, size, "rejected", reason, null, null, null, receivedAt));
    }

    @SuppressWarnings("ArrayRecordComponent") // carried to the statement, never compared
    private record Row(
            String name,
            String sha256,
            long size,
            String state,
            @Nullable String reason,
            @Nullable String duplicateOf,
            byte @Nullable [] raw,
            @Nullable String charset,
            Instant receivedAt) {}

    private static long insert(Connection connection, Row row) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        """
                        insert into issue_file
                            (name, sha256, size_bytes, state, reason, duplicate_of, raw, charset,
                             received_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                        """)) {
            insert.setString(1, row.name());
            insert.setString(2, row.sha256());
            insert.setLong(3, row.size());
            insert.setString(4, row.state());
            insert.setString(5, row.reason());
            insert.setString(6, row.duplicateOf());
            insert.setBytes(7, row.raw());
            insert.setString(8, row.charset());
            insert.setTimestamp(9, Timestamp.from(row.receivedAt()));
            ResultSet id = insert.executeQuery();
            id.next();
            return id.getLong(1);
        }
    }
}
