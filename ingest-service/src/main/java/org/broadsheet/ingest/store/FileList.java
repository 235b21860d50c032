package org.broadsheet.ingest.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Reads the ledger of files for people.
@ApplicationScoped
public class FileList {
    private final DataSource dataSource;

    FileList(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// @param state stored, superseded (a newer content has its name), duplicate or rejected
    /// @param charset its bytes were found to be in; null unless stored
    /// @param articles on its pages now; 0 unless stored
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FileEntry(
            long id,
            String name,
            String sha256,
            long bytes,
            String state,
            @Nullable String reason,
            @Nullable String duplicateOf,
            @Nullable String charset,
            Instant receivedAt,
            int articles) {}

    /// @param missing only files with a page of which this is unknown; empty for all
    public List<FileEntry> latest(int limit, Optional<Missing> missing) throws SQLException {
        String only =
                missing.map(
                                what ->
                                        "where f.state = 'stored' and exists (select 1 from page p where p.file_id = f.id and p.lines > 0 and p.%s is null)"
                                                .formatted(what.column()))
                        .orElse("");
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                """
                                select f.id, f.name, f.sha256, f.size_bytes, f.state, f.reason,
                                  f.duplicate_of, f.charset, f.received_at,
                                  (select count(*) from page p join article a on a.page_id = p.id
                                    where p.file_id = f.id and not a.withdrawn)
                                from issue_file f %s order by f.received_at desc, f.id desc limit ?
                                """
                                        .formatted(only))) {
            select.setInt(1, limit);
            ResultSet rows = select.executeQuery();
            List<FileEntry> entries = new ArrayList<>();
            while (rows.next()) {
                entries.add(
                        new FileEntry(
                                rows.getLong(1),
                                rows.getString(2),
                                rows.getString(3),
                                rows.getLong(4),
                                rows.getString(5),
                                rows.getString(6),
                                rows.getString(7),
                                rows.getString(8),
                                rows.getTimestamp(9).toInstant(),
                                rows.getInt(10)));
            }
            return entries;
        }
    }
}
