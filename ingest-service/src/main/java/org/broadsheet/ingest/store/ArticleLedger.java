package org.broadsheet.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/// What the index must hold: every article with its revision, its content hash, and whether it is
/// withdrawn.
@ApplicationScoped
public class ArticleLedger {
    private static final int FETCH_ROWS = 2_000;

    private final DataSource dataSource;

    ArticleLedger(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public record Entry(String id, long revision, String contentHash, boolean withdrawn) {}

    /// Takes one entry after the other.
    @FunctionalInterface
    public interface Reader {
        void read(Entry entry) throws IOException;
    }

    /// All entries as of one moment, in the order of the bytes of their ids; memory does not grow
    /// with their number.
    public void read(Reader reader) throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection()) {
            // PostgreSQL gives rows in portions only inside a transaction.
            connection.setAutoCommit(false);
            try (PreparedStatement select =
                    connection.prepareStatement(
                            """
                            select id, revision, content_hash, withdrawn from article
                            order by id collate "C"
                            """)) {
                select.setFetchSize(FETCH_ROWS);
                ResultSet rows = select.executeQuery();
                while (rows.next()) {
                    reader.read(
                            new Entry(
                                    rows.getString(1),
                                    rows.getLong(2),
                                    rows.getString(3),
                                    rows.getBoolean(4)));
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
