package org.broadsheet.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Where a page came from, and what was made of it.
@ApplicationScoped
public class PageSources {
    private final DataSource dataSource;

    PageSources(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// @param raw the bytes of the whole file
    /// @param charset they are in
    /// @param findings furniture, unplaced lines, repairs and diagnostics as JSON
    /// @param articles that stand on the page now, in order, as JSON
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    public record PageSource(
            String id,
            long fileId,
            String fileName,
            @Nullable String newspaper,
            @Nullable String code,
            @Nullable LocalDate date,
            @Nullable String edition,
            @Nullable Integer page,
            @Nullable String pageName,
            byte[] raw,
            String charset,
            String findings,
            List<String> articles) {}

    /// The page with this id; empty where there is none.
    public Optional<PageSource> page(String id) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            List<String> articles = articles(connection, id);
            try (PreparedStatement select =
                    connection.prepareStatement(
                            """
                            select p.id, p.file_id, p.file_name, p.title_name, p.title_code,
                              p.issue_date, p.edition, p.page_number, p.page_name, f.raw,
                              f.charset, p.findings::text
                            from page p join issue_file f on f.id = p.file_id
                            where p.id = ? and f.raw is not null
                            """)) {
                select.setString(1, id);
                ResultSet row = select.executeQuery();
                return row.next() ? Optional.of(source(row, articles)) : Optional.empty();
            }
        }
    }

    private static List<String> articles(Connection connection, String pageId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        """
                        select content::text from article
                        where page_id = ? and not withdrawn order by position, number
                        """)) {
            select.setString(1, pageId);
            ResultSet rows = select.executeQuery();
            List<String> articles = new ArrayList<>();
            while (rows.next()) {
                articles.add(rows.getString(1));
            }
            return articles;
        }
    }

    private static PageSource source(ResultSet row, List<String> articles) throws SQLException {
        return new PageSource(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                row.getString(7),
                row.getObject(8, Integer.class),
                row.getString(9),
                row.getBytes(10),
                row.getString(11) == null ? "UTF-8" : row.getString(11),
                row.getString(12),
                articles);
    }
}
