package org.broadsheet.ingest.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.broadsheet.ingest.backup.Manifest.Table;
import org.broadsheet.ingest.outbox.Republication;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;

/// Brings a backup into an empty archive. It is built beside it, in a schema of its own: that of
/// the backup's version first, then brought up to this one's by the same migrations as ever. When
/// all is there and every checksum is right, it takes the place of the empty one in one
/// transaction, with every article in the outbox. Until then nothing has changed, and an attempt
/// that was cut off leaves only what the next one clears away.
public final class Restoration {
    /// Names go into statements as they stand.
    private static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9_]*");

    private final DataSource dataSource;

    public Restoration(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// @param schema version that the backup had
    /// @param articles that are on their way to the topic
    public record Restored(String schema, String made, long articles) {}

    /// @param in a backup, to its end
    /// @throws BackupProblem if the archive is not empty, or this is no whole backup that can be
    ///   read
    public Restored restore(InputStream in) throws SQLException, IOException, BackupProblem {
        try (Connection connection = dataSource.getConnection()) {
            String present = text(connection, "select coalesce(current_schema(), '')");
            if (present.isEmpty()) {
                throw new BackupProblem("The schema that the address names is not there.");
            }
            requireEmpty(connection, present);
            String fresh = present + "_restoring";
            execute(connection, "drop schema if exists \"" + fresh + "\" cascade");
            Manifest manifest = read(connection, fresh, in);
            migrate(fresh, Optional.empty());
            long articles = takePlace(connection, present, fresh);
            return new Restored(manifest.schema(), manifest.made(), articles);
        } catch (ZipException e) {
            throw new BackupProblem("This is no backup, or it is damaged: " + e.getMessage());
        }
    }

    private static void requireEmpty(Connection connection, String schema)
            throws SQLException, BackupProblem {
        Set<String> tables = Tables.of(connection, "'" + schema.replace("'", "''") + "'");
        List<String> strange = new ArrayList<>(tables);
        strange.removeAll(Manifest.KEPT);
        strange.removeAll(Manifest.LEFT_OUT);
        if (!strange.isEmpty()) {
            throw new BackupProblem(
                    "The database holds what is not ours: %s. Restore into one of its own."
                            .formatted(String.join(", ", strange)));
        }
        if (tables.contains("issue_file")) {
            String files = text(connection, "select count(*) from issue_file");
            if (!files.equals("0")) {
                throw new BackupProblem(
                        "The archive is not empty, it knows %s files. A backup is never written over one."
                                .formatted(files));
            }
        }
    }

    private Manifest read(Connection connection, String schema, InputStream in)
            throws SQLException, IOException, BackupProblem {
        ZipInputStream zip = new ZipInputStream(in, UTF_8);
        Map<String, String> sums = new HashMap<>();
        Manifest manifest = manifest(zip, sums);
        migrate(schema, Optional.of(manifest.schema()));
        execute(connection, "set search_path to \"" + schema + "\"");
        for (Table table : manifest.tables()) {
            if (!Manifest.KEPT.contains(table.name())) {
                throw new BackupProblem("The backup has a table that is unknown: " + table.name());
            }
            for (String column : table.columns()) {
                if (!COLUMN.matcher(column).matches()) {
                    throw new BackupProblem("The backup names no column: " + column);
                }
            }
            next(zip, table.entry());
            sums.put(table.entry(), digested(zip, from -> copyIn(connection, table, from)));
        }
        next(zip, Manifest.SUMS);
        compare(new String(zip.readAllBytes(), UTF_8), sums);
        renumber(connection, manifest);
        return manifest;
    }

    private static Manifest manifest(ZipInputStream zip, Map<String, String> sums)
            throws IOException, SQLException, BackupProblem {
        next(zip, Manifest.NAME);
        byte[][] json = new byte[1][];
        sums.put(Manifest.NAME, digested(zip, from -> json[0] = from.readAllBytes()));
        Manifest manifest = Manifest.of(json[0]);
        if (manifest.format() != Manifest.FORMAT) {
            throw new BackupProblem(
                    "The backup has format %d, this version reads %d."
                            .formatted(manifest.format(), Manifest.FORMAT));
        }
        return manifest;
    }

    private static void next(ZipInputStream zip, String name) throws IOException, BackupProblem {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) {
            throw new BackupProblem("This is no whole backup: %s is missing.".formatted(name));
        }
    }

    @FunctionalInterface
    private interface Content {
        void readFrom(InputStream in) throws IOException, SQLException;
    }

    private static String digested(ZipInputStream zip, Content content)
            throws IOException, SQLException {
        MessageDigest sha256 = Backup.sha256();
        content.readFrom(
                new DigestInputStream(
                        new FilterInputStream(zip) {
                            @Override
                            public void close() {
                                // the next entry follows
                            }
                        },
                        sha256));
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static void compare(String told, Map<String, String> found) throws BackupProblem {
        Map<String, String> expected = new HashMap<>();
        told.lines().map(line -> line.split(" {2}", 2)).forEach(l -> expected.put(l[1], l[0]));
        if (!expected.equals(found)) {
            throw new BackupProblem("The backup is damaged: its checksums are not those it tells.");
        }
    }

    private static long copyIn(Connection connection, Table table, InputStream in)
            throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(table.copy("from stdin"), in);
    }

    /// New rows get numbers behind those that came in.
    private static void renumber(Connection connection, Manifest manifest) throws SQLException {
        for (Table table : manifest.tables()) {
            if (table.columns().contains("id")) {
                execute(
                        connection,
                        """
                        select setval(s.name, coalesce((select max(id)::text::bigint from "%1$s"), 0) + 1, false)
                        from pg_get_serial_sequence('"%1$s"', 'id') s (name)
                        where s.name is not null
                        """
                                .formatted(table.name()));
            }
        }
    }

    private void migrate(String schema, Optional<String> version) throws BackupProblem {
        var flyway =
                Flyway.configure()
                        .dataSource(dataSource)
                        .schemas(schema)
                        .defaultSchema(schema)
                        .createSchemas(true);
        version.ifPresent(v -> flyway.target(MigrationVersion.fromVersion(v)));
        try {
            flyway.load().migrate();
        } catch (FlywayException e) {
            throw new BackupProblem(
                    "The backup's schema, version %s, can't be made. Is it of a newer version of Broadsheet? %s"
                            .formatted(version.orElse("newest"), e.getMessage()));
        }
    }

    private static long takePlace(Connection connection, String present, String fresh)
            throws SQLException, BackupProblem {
        connection.setAutoCommit(false);
        try {
            execute(connection, "set local search_path to \"" + fresh + "\"");
            // Nothing is known of the topic and the index that come after.
            execute(connection, "update article set indexed_revision = 0, indexed_at = null");
            execute(
                    connection,
                    "update issue_file set published_at = null, indexed_at = null where state ="
                            + " 'stored'");
            long articles = Republication.republishEverything(connection);
            execute(connection, "set local search_path to \"" + present + "\"");
            if (Tables.of(connection, "current_schema()").contains("issue_file")) {
                execute(connection, "lock table issue_file in access exclusive mode");
                requireEmpty(connection, present);
            }
            execute(connection, "drop schema \"" + present + "\" cascade");
            execute(connection, "alter schema \"" + fresh + "\" rename to \"" + present + "\"");
            connection.commit();
            return articles;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            execute(connection, "set search_path to \"" + present + "\"");
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery(sql);
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
