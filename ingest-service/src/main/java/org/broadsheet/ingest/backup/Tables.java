package org.broadsheet.ingest.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;

/// Which tables a schema has.
final class Tables {
    private Tables() {}

    /// @param schema as an SQL expression
    static Set<String> of(Connection connection, String schema) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ResultSet rows =
                    statement.executeQuery(
                            "select table_name from information_schema.tables where table_schema = "
                                    + schema);
            Set<String> names = new TreeSet<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
