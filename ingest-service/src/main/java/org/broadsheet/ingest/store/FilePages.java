package org.broadsheet.ingest.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// What stands in one file: its pages and their articles, or the files of a `.zip`.
@ApplicationScoped
public class FilePages {
    private final DataSource dataSource;

    FilePages(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// @param lines that are not blank
    /// @param unplaced of these, lines that could not be tied to anything
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            String id,
            @Nullable String newspaper,
            @Nullable String code,
            @Nullable LocalDate date,
            @Nullable String edition,
            @Nullable Integer page,
            @Nullable String pageName,
            int lines,
            int unplaced,
            List<Piece> articles) {}

    /// @param state stored, published (its revision is on the topic) or indexed (searches find it)
    /// @param withdrawn it no longer stands on the page
    /// @param storedAt when this revision was
    /// @param indexedAt when searches were first seen to find it
    /// @param attempts to bring this revision into the searches that failed: the topic did not take
    ///   it, or the index refused it
    /// @param lastError of the last of them
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Piece(
            String id,
            String kind,
            @Nullable String headline,
            long revision,
            boolean withdrawn,
            String state,
            @Nullable Instant storedAt,
            @Nullable Instant indexedAt,
            int attempts,
            @Nullable String lastError) {}

    public List<Page> pages(long fileId) throws SQLException {
        Map<String, Page> pages = new LinkedHashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                """
                                select p.id, p.title_name, p.title_code, p.issue_date, p.edition,
                                  p.page_number, p.page_name, p.lines, p.lines_unplaced,
                                  a.id, a.content->>'kind', a.content->>'headline', a.revision,
                                  a.withdrawn,
                                  case when a.indexed_revision >= a.revision then 'indexed'
                                    when exists (select 1 from outbox o
                                      where o.aggregateid = a.id and o.published_at is null)
                                    then 'stored' else 'published' end,
                                  a.last_error, a.stored_at, a.indexed_at,
                                  a.unsent + a.refused
                                from page p left join article a on a.page_id = p.id
                                where p.file_id = ?
                                order by p.ordinal, a.withdrawn, a.position, a.number
                                """)) {
            select.setLong(1, fileId);
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                Page page = page(rows);
                List<Piece> articles = pages.computeIfAbsent(page.id(), _ -> page).articles();
                if (rows.getString(10) != null) {
                    articles.add(piece(rows));
                }
            }
        }
        return List.copyOf(pages.values());
    }

    private static Page page(ResultSet row) throws SQLException {
        return new Page(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getString(5),
                row.getObject(6, Integer.class),
                row.getString(7),
                row.getInt(8),
                row.getInt(9),
                new ArrayList<>());
    }

    private static Piece piece(ResultSet row) throws SQLException {
        return new Piece(
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getLong(13),
                row.getBoolean(14),
                row.getString(15),
                FileList.instant(row, 17),
                FileList.instant(row, 18),
                row.getInt(19),
                row.getString(16));
    }

    /// How many files of a `.zip` are in each state.
    public Map<String, Integer> parts(long zipId) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select %s, count(*) from issue_file f where f.part_of = ? group by 1 order by 1"
                                        .formatted(FileState.column()))) {
            select.setLong(1, zipId);
            ResultSet rows = select.executeQuery();
            Map<String, Integer> parts = new LinkedHashMap<>();
            while (rows.next()) {
                parts.put(rows.getString(1), rows.getInt(2));
            }
            return parts;
        }
    }

    /// What became of a file, as JSON; empty where nothing did yet.
    public Optional<String> receipt(long fileId) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select receipt::text from issue_file where id = ?")) {
            select.setLong(1, fileId);
            ResultSet row = select.executeQuery();
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        }
    }

    /// The bytes of a file, where they are kept.
    public byte @Nullable [] bytes(long fileId) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select raw from issue_file where id = ?")) {
            select.setLong(1, fileId);
            ResultSet row = select.executeQuery();
            return row.next() ? row.getBytes(1) : null;
        }
    }
}
