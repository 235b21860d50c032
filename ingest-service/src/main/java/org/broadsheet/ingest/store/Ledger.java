package org.broadsheet.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.ingest.issue.Rejection;
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
        return insert(connection, entry, Becoming.RECEIVED, partOf);
    }

    /// Enters an archive whose files are entered each for itself.
    ///
    /// @return the row's id
    public long unpacked(Connection connection, Entry entry) throws SQLException {
        return enter(connection, entry, Becoming.UNPACKED);
    }

    /// Enters a file as stored, in place of what its name held before.
    ///
    /// @return the row's id
    public long stored(Connection connection, Entry entry, String charset) throws SQLException {
        supersede(connection, entry.name());
        long id = enter(connection, entry, Becoming.RECEIVED);
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
                        """
                        update issue_file set stored_at = clock_timestamp(), published_at = null,
                            indexed_at = null
                        where id = ?
                        """)) {
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
                : enter(connection, entry, Becoming.duplicate(duplicateOf));
    }

    /// Its bytes are let go: they are kept with the other.
    public void becomeDuplicate(Connection connection, long id, String duplicateOf)
            throws SQLException {
        become(connection, id, Becoming.duplicate(duplicateOf), null);
    }

    /// Enters a rejection, once for the same bytes under the same name.
    ///
    /// @return the row's id
    public long rejected(Connection connection, Entry entry, Rejection why) throws SQLException {
        return enter(connection, entry, Becoming.rejected(why));
    }

    /// Its bytes stay, to be looked at and to be tried again.
    public void becomeRejected(Connection connection, long id, Rejection why) throws SQLException {
        become(connection, id, Becoming.rejected(why), null);
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

    /// When a file was read last.
    public void parsed(Connection connection, long id, Instant parsedAt) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update issue_file set parsed_at = ? where id = ?")) {
            update.setTimestamp(1, Timestamp.from(parsedAt));
            update.setLong(2, id);
            update.executeUpdate();
        }
    }

    /// What a row is to be.
    private record Becoming(String state, @Nullable String duplicateOf, @Nullable Rejection why) {
        static final Becoming RECEIVED = new Becoming("received", null, null);
        static final Becoming UNPACKED = new Becoming("unpacked", null, null);

        static Becoming duplicate(String of) {
            return new Becoming("duplicate", of, null);
        }

        static Becoming rejected(Rejection why) {
            return new Becoming("rejected", null, why);
        }

        /// Sets five parameters: state, the name it doubles, and reason, kind and values of a
        /// rejection.
        void set(PreparedStatement statement, int first) throws SQLException {
            statement.setString(first, state);
            statement.setString(first + 1, duplicateOf);
            statement.setString(first + 2, why == null ? null : why.words());
            statement.setString(first + 3, why == null ? null : why.kind().code());
            statement.setArray(
                    first + 4,
                    why == null
                            ? null
                            : statement
                                    .getConnection()
                                    .createArrayOf("text", why.values().toArray()));
        }
    }

    /// Enters a file of the drop folder. One that was rejected before and is tried again goes on in
    /// its row.
    private static long enter(Connection connection, Entry entry, Becoming becoming)
            throws SQLException {
        Optional<Long> rejected = known(connection, entry, "rejected");
        if (rejected.isEmpty()) {
            return insert(connection, entry, becoming, null);
        }
        become(connection, rejected.get(), becoming, entry);
        return rejected.get();
    }

    /// @param entry what is to be kept of it; null leaves that as it is
    private static void become(
            Connection connection, long id, Becoming becoming, @Nullable Entry entry)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        """
                        update issue_file f set state = to_be.state,
                            duplicate_of = to_be.duplicate_of, reason = to_be.reason,
                            reason_code = to_be.code, reason_values = to_be.particulars,
                            raw = case when to_be.state <> 'duplicate'
                              then coalesce(to_be.raw, f.raw) end,
                            told = coalesce(to_be.told, f.told),
                            due_at = case when to_be.state = 'received' then now() end,
                            attempts = f.attempts + (to_be.state = 'rejected'
                              and (f.state = 'received' or f.last_error is not null))::int,
                            last_error = null
                        from (values (?, ?, ?, ?, ?::text[], ?::bytea, ?::jsonb))
                          to_be (state, duplicate_of, reason, code, particulars, raw, told)
                        where f.id = ?
                        """)) {
            becoming.set(update, 1);
            update.setBytes(6, entry == null ? null : entry.raw());
            update.setString(7, entry == null ? null : ToldJson.of(entry.told()));
            update.setLong(8, id);
            update.executeUpdate();
        }
    }

    private static long insert(
            Connection connection, Entry entry, Becoming becoming, @Nullable Long partOf)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        """
                        insert into issue_file
                            (state, duplicate_of, reason, reason_code, reason_values,
                             name, sha256, size_bytes, raw, told, received_at, part_of, due_at,
                             attempts)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?,
                            case when ? = 'received' then now() end, (? = 'rejected')::int)
                        returning id
                        """)) {
            becoming.set(insert, 1);
            insert.setString(6, entry.name());
            insert.setString(7, entry.sha256());
            insert.setLong(8, entry.size());
            insert.setBytes(9, entry.raw());
            insert.setString(10, ToldJson.of(entry.told()));
            insert.setTimestamp(11, Timestamp.from(entry.receivedAt()));
            insert.setObject(12, partOf);
            insert.setString(13, becoming.state());
            insert.setString(14, becoming.state());
            ResultSet id = insert.executeQuery();
            id.next();
            return id.getLong(1);
        }
    }
}
