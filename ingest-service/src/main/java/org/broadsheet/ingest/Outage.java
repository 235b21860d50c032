package org.broadsheet.ingest;

import java.sql.SQLException;
import java.util.Set;

/// Tells an outage of PostgreSQL, which passes, from a statement that would fail again.
final class Outage {
    /// SQLSTATE classes (PostgreSQL manual, appendix A): 08 connection, 40 rolled back for
    /// another's sake, 53 out of resources, 57 operator intervention, 58 system error. XX is
    /// PostgreSQL's own bug or a damaged file.
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58", "XX");

    private Outage() {}

    /// @return true too where there is no SQLSTATE: then no server was reached
    static boolean isOne(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.length() < 2 || CLASSES.contains(state.substring(0, 2));
    }
}
