package org.broadsheet.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Counts what the archive holds, so that the books can be balanced from outside.
@ApplicationScoped
public class Books {
    private final DataSource dataSource;

    Books(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// @param filesReceived files of the ledger that wait to be read, for the first time or again
    /// @param filesAgain how many of them are stored already
    /// @param linesUnplaced non-blank lines that belong to no article and are not furniture
    /// @param eventsUnpublished outbox rows that the broker has not acknowledged
    public record Balance(
            long filesReceived,
            long filesAgain,
            long filesStored,
            long filesDuplicate,
            long filesRejected,
            long articlesStored,
            long articlesWithdrawn,
            long lines,
            long linesArticle,
            long linesFurniture,
            long linesUnplaced,
            long eventsUnpublished) {}

    public Balance balance() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                """
                                select
                                  (select count(*) from issue_file
                                    where state in ('received', 'stored') and due_at is not null),
                                  (select count(*) from issue_file
                                    where state = 'stored' and due_at is not null),
                                  (select count(*) from issue_file where state = 'stored'),
                                  (select count(*) from issue_file where state = 'duplicate'),
                                  (select count(*) from issue_file where state = 'rejected'),
                                  (select count(*) from article where not withdrawn),
                                  (select count(*) from article where withdrawn),
                                  lines, lines_article, lines_furniture, lines_unplaced,
                                  (select count(*) from outbox where published_at is null)
                                from (
                                  select coalesce(sum(lines), 0) lines,
                                    coalesce(sum(lines_article), 0) lines_article,
                                    coalesce(sum(lines_furniture), 0) lines_furniture,
                                    coalesce(sum(lines_unplaced), 0) lines_unplaced
                                  from page) pages
                                """)) {
            ResultSet row = select.executeQuery();
            row.next();
            return new Balance(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7),
                    row.getLong(8),
                    row.getLong(9),
                    row.getLong(10),
                    row.getLong(11),
                    row.getLong(12));
        }
    }
}
