package org.broadsheet.ingest.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.broadsheet.ingest.backup.Manifest.Table;
import org.postgresql.PGConnection;

/// Writes the archive as it is at one moment, while work goes on: one snapshot of the database,
/// from the first table to the last. Memory does not grow with its size.
public final class Backup {
    private Backup() {}

    /// @param rows of all tables together
    /// @param files in the archive, whatever became of them
    /// @param articles withdrawn ones included
    public record Written(long rows, long files, long articles) {}

    /// @param connection to the archive, for this alone
    /// @param out is not closed
    public static Written write(Connection connection, Instant now, OutputStream out)
            throws SQLException, IOException, BackupProblem {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        Manifest manifest =
                new Manifest(
                        Manifest.FORMAT, schema(connection), now.toString(), tables(connection));
        StringBuilder sums = new StringBuilder();
        long rows = 0;
        ZipOutputStream zip = new ZipOutputStream(out, UTF_8);
        sums.append(entry(zip, Manifest.NAME, to -> to.write(manifest.json())));
        for (Table table : manifest.tables()) {
            long[] count = new long[1];
            sums.append(entry(zip, table.entry(), to -> count[0] = copyOut(connection, table, to)));
            rows += count[0];
        }
        zip.putNextEntry(new ZipEntry(Manifest.SUMS));
        zip.write(sums.toString().getBytes(UTF_8));
        zip.finish();
        Written written =
                new Written(rows, count(connection, "issue_file"), count(connection, "article"));
        connection.rollback();
        return written;
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(OutputStream out) throws IOException, SQLException;
    }

    /// @return its line of `SHA256SUMS`
    private static String entry(ZipOutputStream zip, String name, Content content)
            throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(name));
        DigestOutputStream counted = new DigestOutputStream(unclosed(zip), sha256());
        content.writeTo(counted);
        zip.closeEntry();
        return HexFormat.of().formatHex(counted.getMessageDigest().digest()) + "  " + name + "\n";
    }

    private static OutputStream unclosed(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() {
                // the archive goes on
            }
        };
    }

    private static long copyOut(Connection connection, Table table, OutputStream out)
            throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(table.copy("to stdout"), out);
    }

    private static String schema(Connection connection) throws SQLException, BackupProblem {
        if (!Tables.of(connection, "current_schema()").contains("flyway_schema_history")) {
            throw new BackupProblem("There is no archive in this database.");
        }
        try (Statement statement = connection.createStatement()) {
            ResultSet row =
                    statement.executeQuery(
                            """
                            select version from flyway_schema_history
                            where success and version is not null
                            order by installed_rank desc limit 1
                            """);
            if (!row.next()) {
                throw new BackupProblem("There is no archive in this database.");
            }
            return row.getString(1);
        }
    }

    /// Tables with those columns that mean something in another database: not the numbers of this
    /// one's transactions.
    private static List<Table> tables(Connection connection) throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (String name : Manifest.KEPT) {
            try (PreparedStatement select =
                    connection.prepareStatement(
                            """
                            select column_name from information_schema.columns
                            where table_schema = current_schema() and table_name = ?
                              and is_generated = 'NEVER' and udt_name <> 'xid8'
                            order by ordinal_position
                            """)) {
                select.setString(1, name);
                ResultSet rows = select.executeQuery();
                List<String> columns = new ArrayList<>();
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
                if (!columns.isEmpty()) {
                    tables.add(new Table(name, columns));
                }
            }
        }
        return tables;
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery("select count(*) from " + table);
            row.next();
            return row.getLong(1);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
