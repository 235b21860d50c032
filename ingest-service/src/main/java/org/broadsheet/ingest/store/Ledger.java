package org.broadsheet.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.ingest.issue.Told;
import org.jspecify.annotations.Nullable;

/// The ledger of files: what came and what became of it.
@ApplicationScoped
public class Ledger {
    /// Makes everyone who saves these bytes, or a file of this name, wait for the others. Bytes
    /// come before names for all, so that nobody waits in a circle. Held until the transaction
    /// ends.
    public void lock(Connection connection, String sha256, String name) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement(
                        "select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, bytesLock(sha256));
            lock.execute();
            lock.setString(1, nameLock(name));
            lock.execute();
        }
    }

    /// The same without waiting.
    ///
    /// @return false if somebody else is at these bytes or this name
    boolean tryLock(Connection connection, String sha256, String name) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement(
                        """
                        select pg_try_advisory_xact_lock(hashtextextended(?, 0))
                            and pg_try_advisory_xact_lock(hashtextextended(?, 0))
                        """)) {
            lock.setString(1, bytesLock(sha256));
            lock.setString(2, nameLock(name));
            ResultSet row = lock.executeQuery();
            row.next();
            return row.getBoolean(1);
        }
    }

    private static String bytesLock(String sha256) {
        return "bytes " + sha256;
    }

    private static String nameLock(String name) {
        return "name " + name;
    }

    /// A file to be entered.
    ///
    /// @param raw its bytes; null where they are not kept
    @SuppressWarnings("ArrayRecordComponent") // carried to the statement, never compared
    public record Entry(
            String name,
            String sha256,
            long size,
            byte @Nullable [] raw,
            Told told,
            Instant receivedAt) {}

    /// A stored file.
    public record StoredFile(long id, String name, Told told) {}

    /// The file as which these bytes are stored at present.
    public Optional<StoredFile> fileOf(Connection connection, String sha256) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select id, name, told from issue_file where sha256 = ? and state ="
                                + " 'stored'")) {
            select.setString(1, sha256);
            ResultSet rows = select.executeQuery();
            return rows.next()
                    ? Optional.of(
                            new StoredFile(
                                    rows.getLong(1),
                                    rows.getString(2),
                                    ToldJson.read(rows.getString(3))))
                    : Optional.empty();
        }
    }

    /// Enters a file that is to be read by and by.
    ///
    /// @param partOf the archive it came in, if it came in one
    /// @return the row's id
    public long received(Connection connection, Entry entry, @Nullable Long partOf)
            throws SQLException {
        return insert(connection, entry, "received", null, partOf);
    }

    /// Enters an archive whose files are entered each for itself.
    ///
    /// @return the row's id
    public long unpacked(Connection connection, Entry entry) throws SQLException {
        return insert(connection, entry, "unpacked", null, null);
    }

    /// Enters a file as stored, in place of what its name held before.
    ///
    /// @return the row's id
    public long stored(Connection connection, Entry entry, String charset) throws SQLException {
        supersede(connection, entry.name());
        long id = insert(connection, entry, "received", null, null);
        becomeStored(connection, id, charset);
        return id;
    }

    /// The same for a file that was entered when it was received.
    public void becomeStored(Connection connection, long id, String name, String charset)
            throws SQLException {
        supersede(connection, name);
        becomeStored(connection, id, charset);
    }

    private static void supersede(Connection connection, String name) throws SQLException {
        try (PreparedStatement supersede =
                connection.prepareStatement(
                        """
                        update issue_file set state = 'superseded', due_at = null
                        where name = ? and state = 'stored'
                        """)) {
            supersede.setString(1, name);
            supersede.executeUpdate();
        }
    }

    private static void becomeStored(Connection connection, long id, String charset)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        """
                        update issue_file set state = 'stored', charset = ?, due_at = null,
                            last_error = null, stored_at = clock_timestamp()
                        where id = ?
                        """)) {
            update.setString(1, charset);
            update.setLong(2, id);
            update.executeUpdate();
        }
    }

    /// Its articles have changed: they are to be published and indexed again.
    public void articlesChanged(Connection connection, long id) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "update issue_file set published_at = null, indexed_at = null where id"
                                + " = ?")) {
            update.setLong(1, id);
            update.executeUpdate();
        }
    }

    /// A stored file that was withdrawn is dropped again: it is wanted back.
    public void bringBack(Connection connection, long id) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "update issue_file set withdrawn = false where id = ? and withdrawn")) {
            update.setLong(1, id);
            update.executeUpdate();
        }
    }

    /// Keeps what people said of a stored file.
    public void tell(Connection connection, long id, Told told) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update issue_file set told = ?::jsonb where id = ?")) {
            update.setString(1, ToldJson.of(told));
            update.setLong(2, id);
            update.executeUpdate();
        }
    }

    /// An archive that was unpacked.
    public record Unpacked(long id, String name) {}

    /// The archive of these bytes, if it was unpacked.
    public Optional<Unpacked> unpacked(Connection connection, String sha256) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select id, name from issue_file where sha256 = ? and state ="
                                + " 'unpacked'")) {
            select.setString(1, sha256);
            ResultSet rows = select.executeQuery();
            return rows.next()
                    ? Optional.of(new Unpacked(rows.getLong(1), rows.getString(2)))
                    : Optional.empty();
        }
    }

    /// Enters a duplicate, once for the same bytes under the same name.
    ///
    /// @return the row's id
    public long duplicate(Connection connection, Entry entry, String duplicateOf)
            throws SQLException {
        Optional<Long> known = known(connection, entry, "duplicate");
        return known.isPresent()
                ? known.get()
                : insert(connection, entry, "duplicate", duplicateOf, null);
    }

    /// Its bytes are let go: they are kept with the other.
    public void becomeDuplicate(Connection connection, long id, String duplicateOf)
            throws SQLException {
        become(connection, id, "state = 'duplicate', duplicate_of = ?, raw = null", duplicateOf);
    }

    /// Enters a rejection, once for the same bytes under the same name.
    ///
    /// @return the row's id
    public long rejected(Connection connection, Entry entry, String reason) throws SQLException {
        Optional<Long> known = known(connection, entry, "rejected");
        return known.isPresent()
                ? known.get()
                : insert(connection, entry, "rejected", reason, null);
    }

    /// The row of the same bytes under the same name that is in this state: whoever was killed
    /// before a file was put away comes to it once more.
    private static Optional<Long> known(Connection connection, Entry entry, String state)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        """
                        select id from issue_file where name = ? and sha256 = ? and state = ?
                        order by id desc limit 1
                        """)) {
            select.setString(1, entry.name());
            select.setString(2, entry.sha256());
            select.setString(3, state);
            ResultSet row = select.executeQuery();
            return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
        }
    }

    /// Keeps what became of a file.
    ///
    /// @param receipt as JSON
    public void receipt(Connection connection, long id, String receipt) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "update issue_file set receipt = ?::json where id = ?")) {
            update.setString(1, receipt);
            update.setLong(2, id);
            update.executeUpdate();
        }
    }

    /// The last receipt of these bytes, best under this name.
    public Optional<String> receipt(Connection connection, String name, String sha256)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        """
                        select receipt::text from issue_file
                        where sha256 = ? and receipt is not null
                        order by name = ? desc, id desc limit 1
                        """)) {
            select.setString(1, sha256);
            select.setString(2, name);
            ResultSet row = select.executeQuery();
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /// Its bytes stay, to be looked at.
    public void becomeRejected(Connection connection, long id, String reason) throws SQLException {
        become(connection, id, "state = 'rejected', reason = ?", reason);
    }

    private static void become(Connection connection, long id, String what, String value)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "update issue_file set "
                                + what
                                + ", due_at = null, last_error = null where id = ?")) {
            update.setString(1, value);
            update.setLong(2, id);
            update.executeUpdate();
        }
    }

    /// @param because the reason of a rejection, or the name that a duplicate doubles
    private static long insert(
            Connection connection,
            Entry entry,
            String state,
            @Nullable String because,
            @Nullable Long partOf)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        """
                        insert into issue_file
                            (name, sha256, size_bytes, state, reason, duplicate_of, raw, told,
                             received_at, part_of, due_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?,
                            case when ? = 'received' then now() end)
                        returning id
                        """)) {
            insert.setString(1, entry.name());
            insert.setString(2, entry.sha256());
            insert.setLong(3, entry.size());
            insert.setString(4, state);
            insert.setString(5, state.equals("rejected") ? because : null);
            insert.setString(6, state.equals("duplicate") ? because : null);
            insert.setBytes(7, entry.raw());
            insert.setString(8, ToldJson.of(entry.told()));
            insert.setTimestamp(9, Timestamp.from(entry.receivedAt()));
            insert.setObject(10, partOf);
            insert.setString(11, state);
            ResultSet id = insert.executeQuery();
            id.next();
            return id.getLong(1);
        }
    }
}
