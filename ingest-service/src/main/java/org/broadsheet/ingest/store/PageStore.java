package org.broadsheet.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.ingest.issue.IssueMetadata;

/// Pages and their articles. Two saves of one file never overlap (see [Ledger#lock]), so revisions
/// grow in the order of the outbox.
@ApplicationScoped
public class PageStore {
    /// The page that stands at this place of a file; a new one, not yet stored, if there is none.
    public PageRow page(Connection connection, String fileName, int ordinal) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select id, revision, articles_ever from page where file_name = ? and ordinal = ?")) {
            select.setString(1, fileName);
            select.setInt(2, ordinal);
            ResultSet row = select.executeQuery();
            if (row.next()) {
                return new PageRow(
                        row.getString(1), fileName, ordinal, row.getLong(2), row.getInt(3));
            }
        }
        String id = PageId.of(fileName, ordinal);
        boolean taken = isTaken(connection, id);
        return new PageRow(taken ? PageId.unique(fileName, ordinal) : id, fileName, ordinal, 0, 0);
    }

    private static boolean isTaken(Connection connection, String id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select 1 from page where id = ?")) {
            select.setString(1, id);
            return select.executeQuery().next();
        }
    }

    /// What is stored of the page's newspaper and place in it.
    public IssueMetadata metadata(Connection connection, String pageId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        """
                        select title_code, title_name, issue_date, edition, page_number, page_name
                        from page where id = ?
                        """)) {
            select.setString(1, pageId);
            ResultSet row = select.executeQuery();
            if (!row.next()) {
                return IssueMetadata.UNKNOWN;
            }
            return new IssueMetadata(
                    row.getString(1),
                    row.getString(2),
                    row.getObject(3, LocalDate.class),
                    row.getString(4),
                    row.getObject(5, Integer.class),
                    row.getString(6));
        }
    }

    /// The places of a file's pages that are stored beyond the given number of pages: pages that
    /// the file no longer has.
    public List<Integer> ordinalsBeyond(Connection connection, String fileName, int pages)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select ordinal from page where file_name = ? and ordinal > ? order by ordinal")) {
            select.setString(1, fileName);
            select.setInt(2, pages);
            ResultSet rows = select.executeQuery();
            List<Integer> ordinals = new ArrayList<>();
            while (rows.next()) {
                ordinals.add(rows.getInt(1));
            }
            return ordinals;
        }
    }

    /// Every article ever seen on a page, withdrawn ones too, by number.
    public List<KnownArticle> articles(Connection connection, String pageId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        """
                        select id, number, withdrawn, content_hash, text
                        from article where page_id = ? order by number
                        """)) {
            select.setString(1, pageId);
            ResultSet rows = select.executeQuery();
            List<KnownArticle> articles = new ArrayList<>();
            while (rows.next()) {
                articles.add(
                        new KnownArticle(
                                rows.getString(1),
                                rows.getInt(2),
                                rows.getBoolean(3),
                                rows.getString(4),
                                rows.getString(5)));
            }
            return articles;
        }
    }

    /// The articles on a file's pages now, as JSON by id.
    public Map<String, String> contents(Connection connection, String fileName)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        """
                        select a.id, a.content::text from page p join article a on a.page_id = p.id
                        where p.file_name = ? and not a.withdrawn
                        """)) {
            select.setString(1, fileName);
            ResultSet rows = select.executeQuery();
            Map<String, String> contents = new HashMap<>();
            while (rows.next()) {
                contents.put(rows.getString(1), rows.getString(2));
            }
            return contents;
        }
    }

    /// Stores the page itself.
    ///
    /// @param findings furniture, unplaced lines, repairs and diagnostics as JSON
    public void replace(
            Connection connection,
            PageRow page,
            long fileId,
            IssueMetadata metadata,
            LineBalance balance,
            String findings)
            throws SQLException {
        try (PreparedStatement upsert =
                connection.prepareStatement(
                        """
                        insert into page (id, file_name, ordinal, file_id, revision, articles_ever,
                            title_code, title_name, issue_date, edition, page_number, page_name,
                            lines, lines_article, lines_furniture, lines_unplaced, findings)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                        on conflict (id) do update set
                            file_id = excluded.file_id, revision = excluded.revision,
                            articles_ever = excluded.articles_ever,
                            title_code = excluded.title_code, title_name = excluded.title_name,
                            issue_date = excluded.issue_date, edition = excluded.edition,
                            page_number = excluded.page_number, page_name = excluded.page_name,
                            lines = excluded.lines, lines_article = excluded.lines_article,
                            lines_furniture = excluded.lines_furniture,
                            lines_unplaced = excluded.lines_unplaced, findings = excluded.findings
                        """)) {
            upsert.setString(1, page.id());
            upsert.setString(2, page.fileName());
            upsert.setInt(3, page.ordinal());
            upsert.setLong(4, fileId);
            upsert.setLong(5, page.revision());
            upsert.setInt(6, page.articlesEver());
            upsert.setString(7, metadata.titleCode());
            upsert.setString(8, metadata.titleName());
            upsert.setObject(9, metadata.date(), Types.DATE);
            upsert.setString(10, metadata.edition());
            upsert.setObject(11, metadata.pageNumber(), Types.INTEGER);
            upsert.setString(12, metadata.pageName());
            upsert.setInt(13, balance.lines());
            upsert.setInt(14, balance.article());
            upsert.setInt(15, balance.furniture());
            upsert.setInt(16, balance.unplaced());
            upsert.setString(17, findings);
            upsert.executeUpdate();
        }
    }

    /// Stores changed or new articles of a page.
    public void put(Connection connection, String pageId, List<ArticleRow> articles)
            throws SQLException {
        try (PreparedStatement upsert =
                connection.prepareStatement(
                        """
                        insert into article (id, page_id, number, position, revision, withdrawn,
                            content_hash, content, text, stored_at)
                        values (?, ?, ?, ?, ?, false, ?, ?::jsonb, ?, clock_timestamp())
                        on conflict (id) do update set
                            position = excluded.position, revision = excluded.revision,
                            withdrawn = false, content_hash = excluded.content_hash,
                            content = excluded.content, text = excluded.text,
                            last_error = null, unsent = 0, refused = 0,
                            stored_at = excluded.stored_at, indexed_at = null
                        """)) {
            for (ArticleRow article : articles) {
                upsert.setString(1, article.id());
                upsert.setString(2, pageId);
                upsert.setInt(3, article.number());
                upsert.setInt(4, article.position());
                upsert.setLong(5, article.revision());
                upsert.setString(6, article.contentHash());
                upsert.setString(7, article.content());
                upsert.setString(8, article.text());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    /// Marks articles as no longer on their page. The rows stay: their ids are never given again.
    public void withdraw(Connection connection, List<String> ids, long revision)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        """
                        update article set withdrawn = true, revision = ?, last_error = null,
                            unsent = 0, refused = 0, stored_at = clock_timestamp(), indexed_at = null
                        where id = ?
                        """)) {
            for (String id : ids) {
                update.setLong(1, revision);
                update.setString(2, id);
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
