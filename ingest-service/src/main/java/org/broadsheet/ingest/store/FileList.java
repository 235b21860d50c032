package org.broadsheet.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Reads the ledger of files for people.
@ApplicationScoped
public class FileList {
    private static final int CHANGES_AT_ONCE = 500;

    private static final String ENTRY =
            """
            select f.id, f.name, f.sha256, f.size_bytes, %s, f.reason, f.duplicate_of, f.part_of,
              f.charset, f.received_at, f.stored_at, f.published_at, f.indexed_at, f.attempts,
              coalesce(f.last_error, articles.error), articles.present, articles.indexed,
              articles.failed, f.changed::text::bigint, f.reason_code, f.reason_values,
              f.parsed_at
            from issue_file f cross join lateral (
              select count(*) present, count(*) filter (where a.indexed_revision >= a.revision) indexed,
                count(a.last_error) failed,
                min(a.id || ': ' || a.last_error) error
              from page p join article a on a.page_id = p.id
              where p.file_id = f.id and not a.withdrawn) articles
            """
                    .formatted(FileState.column());

    private final DataSource dataSource;

    FileList(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// The files that came last, the latest first.
    ///
    /// @param before id of the last file of the list before this one, to go on behind it
    public List<FileEntry> latest(FileQuestion question, int limit, Optional<Long> before)
            throws SQLException {
        FileQuestion.Condition condition = question.condition();
        List<Object> values = new ArrayList<>(condition.values());
        values.add(before.orElse(Long.MAX_VALUE));
        values.add(limit);
        return select(
                "where " + condition.sql() + " and f.id < ? order by f.id desc limit ?", values);
    }

    public Optional<FileEntry> entry(long id) throws SQLException {
        return select("where f.id = ?", List.of(id)).stream().findFirst();
    }

    private List<FileEntry> select(String which, List<Object> values) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ENTRY + which)) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            ResultSet rows = select.executeQuery();
            List<FileEntry> entries = new ArrayList<>();
            while (rows.next()) {
                entries.add(entry(rows));
            }
            return entries;
        }
    }

    private static FileEntry entry(ResultSet row) throws SQLException {
        return new FileEntry(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getString(20),
                texts(row, 21),
                row.getString(7),
                row.getObject(8, Long.class),
                row.getString(9),
                row.getTimestamp(10).toInstant(),
                instant(row, 22),
                instant(row, 11),
                instant(row, 12),
                instant(row, 13),
                row.getInt(14),
                row.getString(15),
                row.getInt(16),
                row.getInt(17),
                row.getInt(18));
    }

    private static @Nullable List<String> texts(ResultSet row, int column) throws SQLException {
        Array texts = row.getArray(column);
        return texts == null ? null : List.of((String[]) texts.getArray());
    }

    static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    /// Takes a file that was written, and the transaction that did it.
    @FunctionalInterface
    public interface ChangeReader {
        /// @return false to hear no more
        boolean read(FileEntry entry, long transaction);
    }

    /// The place from which everything that is not visible now is told.
    public long now() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return oldestRunning(connection);
        }
    }

    /// Tells the files that were written by this transaction or one behind it.
    ///
    /// Snapshots, not numbers drawn by the writers, make the place: a number that is drawn first
    /// may become visible last. So a file may be told twice, by the same transaction, but none is
    /// missed.
    ///
    /// @return the place to go on from
    public long since(long place, ChangeReader reader) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            // Asked before the rows are: what commits in between is told again.
            long next = oldestRunning(connection);
            long transaction = place;
            long id = 0;
            int told;
            do {
                told = 0;
                try (PreparedStatement select =
                        connection.prepareStatement(
                                ENTRY
                                        + """
                                        where (f.changed, f.id) > (?::text::xid8, ?)
                                        order by f.changed, f.id limit ?
                                        """)) {
                    select.setLong(1, transaction);
                    select.setLong(2, id);
                    select.setInt(3, CHANGES_AT_ONCE);
                    ResultSet rows = select.executeQuery();
                    while (rows.next()) {
                        told++;
                        transaction = rows.getLong(19);
                        id = rows.getLong(1);
                        if (!reader.read(entry(rows), transaction)) {
                            return next;
                        }
                    }
                }
            } while (told == CHANGES_AT_ONCE);
            return next;
        }
    }

    private static long oldestRunning(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")) {
            ResultSet row = select.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }
}
