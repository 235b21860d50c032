package org.broadsheet.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/// Files of the drop folder that could not be taken for a reason of their own: how often they were
/// tried and what was wrong the last time. Kept here so that it outlives whoever tried.
@ApplicationScoped
public class SetAsideFiles {
    private final DataSource dataSource;

    SetAsideFiles(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// @param since when it failed first
    public record Aside(int attempts, String lastError, Instant since, Instant triedAt) {}

    /// Notes one more attempt that failed.
    public void failed(String name, String error) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert =
                        connection.prepareStatement(
                                """
                                insert into set_aside (name, attempts, last_error, tried_at)
                                values (?, 1, ?, now())
                                on conflict (name) do update set attempts = set_aside.attempts + 1,
                                    last_error = excluded.last_error, tried_at = excluded.tried_at
                                """)) {
            upsert.setString(1, name);
            upsert.setString(2, error);
            upsert.executeUpdate();
        }
    }

    /// A file was taken at last: its ledger row tells how often it was tried before.
    public void taken(String name) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update =
                        connection.prepareStatement(
                                """
                                with taken as (
                                  delete from set_aside where name = ? returning name, attempts)
                                update issue_file f set attempts = f.attempts + taken.attempts
                                from taken
                                where f.id = (select max(id) from issue_file l
                                  where l.name = taken.name)
                                """)) {
            update.setString(1, name);
            update.executeUpdate();
        }
    }

    /// Files that were taken away.
    public void forget(Set<String> names) throws SQLException {
        if (names.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from set_aside where name = any (?)")) {
            delete.setArray(1, connection.createArrayOf("text", names.toArray()));
            delete.executeUpdate();
        }
    }

    /// All of them by name.
    public Map<String, Aside> all() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                """
                                select name, attempts, last_error, since, tried_at
                                from set_aside order by name
                                """)) {
            ResultSet rows = select.executeQuery();
            Map<String, Aside> files = new LinkedHashMap<>();
            while (rows.next()) {
                files.put(
                        rows.getString(1),
                        new Aside(
                                rows.getInt(2),
                                rows.getString(3),
                                rows.getTimestamp(4).toInstant(),
                                rows.getTimestamp(5).toInstant()));
            }
            return files;
        }
    }
}
