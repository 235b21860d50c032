package org.broadsheet.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.broadsheet.ingest.issue.IssueMetadata;
import org.broadsheet.ingest.issue.Told;

/// What the keeper wants done with stored files. A wish is noted in the ledger and makes the file
/// due; it is granted by whoever reads waiting files, behind those that are new. So thousands may
/// be wished for at once, and a wish survives whatever is killed.
@ApplicationScoped
public class Wishes {
    private static final String DUE = "due_at = clock_timestamp(), attempts = 0, last_error = null";

    /// What searches find is not what it will be.
    private static final String CHANGES = DUE + ", published_at = null, indexed_at = null";

    private final DataSource dataSource;

    Wishes(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// Reads files again with the present parser.
    ///
    /// @return how many
    @Transactional(rollbackOn = Exception.class)
    public int readAgain(FileQuestion question) throws SQLException {
        FileQuestion.Condition condition = question.condition();
        return update(
                "update issue_file f set "
                        + DUE
                        + " where f.state = 'stored' and not f.withdrawn and "
                        + condition.sql(),
                condition.values());
    }

    /// Reads one file once more: a rejected one whose bytes are in the archive, a stored one, or
    /// one that waits for its next attempt, without the wait.
    ///
    /// @return false if there is no such file, or nothing to be read
    @Transactional(rollbackOn = Exception.class)
    public boolean tryAgain(long id) throws SQLException {
        return update(
                        """
                        update issue_file set due_at = clock_timestamp(), last_error = reason,
                            state = case state when 'rejected' then 'received' else state end,
                            reason = null, reason_code = null, reason_values = null
                        where id = ? and (state = 'received'
                          or state = 'rejected' and raw is not null
                          or state = 'stored' and not withdrawn)
                        """,
                        List.of(id))
                > 0;
    }

    /// A rejected file is in the drop folder once more: should it be rejected again, that counts.
    @Transactional(rollbackOn = Exception.class)
    public void triedAgain(long id) throws SQLException {
        update(
                "update issue_file set last_error = reason where id = ? and state = 'rejected'",
                List.of(id));
    }

    /// Takes a file's articles out of the searches, or brings them back.
    ///
    /// @return whether there is such a file, and it is stored
    @Transactional(rollbackOn = Exception.class)
    public boolean withdraw(long id, boolean withdrawn) throws SQLException {
        return update(
                        "update issue_file set withdrawn = ?, "
                                + CHANGES
                                + " where id = ? and state = 'stored'",
                        List.of(withdrawn, id))
                > 0;
    }

    /// A field that can be set by hand.
    public enum Field {
        NEWSPAPER("title_name"),
        CODE("title_code"),
        DATE("issue_date"),
        EDITION("edition"),
        PAGE("page_number"),
        PAGENAME("page_name");

        private final String column;

        Field(String column) {
            this.column = column;
        }
    }

    /// Sets what is known of files. A field that is cleared is what the file itself says again.
    ///
    /// @param set to be known from now on; unknown fields stay as they are
    /// @return the ids of those that are stored files; the others are left out
    @Transactional(rollbackOn = Exception.class)
    public List<Long> tell(List<Long> ids, IssueMetadata set, Set<Field> cleared)
            throws SQLException {
        List<Long> told = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                """
                                select id, told from issue_file
                                where id = any (?) and state = 'stored' order by id for update
                                """);
                PreparedStatement update =
                        connection.prepareStatement(
                                "update issue_file set told = ?::jsonb, "
                                        + CHANGES
                                        + " where id = ?")) {
            select.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            ResultSet rows = select.executeQuery();
            while (rows.next()) {
                Told before = ToldJson.read(rows.getString(2));
                IssueMetadata fields = set.orElse(without(before.fields(), cleared));
                update.setString(1, ToldJson.of(new Told(fields, before.sidecars())));
                update.setLong(2, rows.getLong(1));
                update.addBatch();
                told.add(rows.getLong(1));
            }
            update.executeBatch();
            for (Field field : cleared) {
                forget(connection, told, field);
            }
        }
        return told;
    }

    private static IssueMetadata without(IssueMetadata fields, Set<Field> cleared) {
        return new IssueMetadata(
                cleared.contains(Field.CODE) ? null : fields.titleCode(),
                cleared.contains(Field.NEWSPAPER) ? null : fields.titleName(),
                cleared.contains(Field.DATE) ? null : fields.date(),
                cleared.contains(Field.EDITION) ? null : fields.edition(),
                cleared.contains(Field.PAGE) ? null : fields.pageNumber(),
                cleared.contains(Field.PAGENAME) ? null : fields.pageName());
    }

    private static void forget(Connection connection, List<Long> fileIds, Field field)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "update page set %s = null where file_id = any (?)"
                                .formatted(field.column))) {
            update.setArray(1, connection.createArrayOf("bigint", fileIds.toArray()));
            update.executeUpdate();
        }
    }

    private int update(String sql, List<?> values) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                update.setObject(i + 1, values.get(i));
            }
            return update.executeUpdate();
        }
    }
}
