package org.broadsheet.ingest.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/// On a real PostgreSQL, in schemas of its own.
class BackupIT {
    private static final String FROM = "backup_it_from";
    private static final String TO = "backup_it_to";

    @BeforeEach
    @AfterEach
    void dropSchemas() throws SQLException {
        for (String schema : List.of(FROM, TO, TO + "_restoring")) {
            execute("public", "drop schema if exists " + schema + " cascade");
        }
    }

    @Test
    void archiveOfAnOlderSchemaComesBackInTheNewestOne() throws Exception {
        migrate(FROM, "6");
        fill();
        execute("public", "create schema " + TO);

        Restoration.Restored restored = restore(TO, backup());

        assertThat(restored.schema()).isEqualTo("6");
        assertThat(restored.articles()).isEqualTo(1);
        assertThat(rows(TO, "select name || ' ' || state from issue_file order by id"))
                .containsExactly("a\tb.txt received", "old.txt stored");
        assertThat(rows(TO, "select encode(raw, 'hex') from issue_file where name = 'old.txt'"))
                .containsExactly("00ff5c0a");
        assertThat(rows(TO, "select id || ' ' || revision || ' ' || text from article"))
                .containsExactly("page-01 7 海湾\\n\"里\"的\n渔火");
        assertThat(rows(TO, "select aggregateid || ' ' || type from outbox"))
                .containsExactly("page-01 ArticleStored");
        assertThat(pending(TO)).isZero();
        // A number that was given out is not given out again.
        execute(
                TO,
                """
                insert into issue_file (name, sha256, size_bytes, state, raw, received_at, due_at)
                values ('new.txt', '%s', 1, 'received', '\\x61', now(), now())
                """
                        .formatted("c".repeat(64)));
        assertThat(rows(TO, "select (max(id) = 12)::text from issue_file")).containsExactly("true");
    }

    @Test
    void everyTableIsKeptOrLeftOutOnPurpose() throws Exception {
        migrate(FROM, "latest");

        try (Connection connection = archive(FROM).getConnection()) {
            assertThat(Tables.of(connection, "current_schema()"))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(Manifest.KEPT.stream(), Manifest.LEFT_OUT.stream())
                                    .toList());
        }
    }

    @Test
    void archiveThatHoldsSomethingIsNeverWrittenOver() throws Exception {
        migrate(FROM, "6");
        fill();
        byte[] backup = backup();

        assertThatThrownBy(() -> restore(FROM, backup))
                .isInstanceOf(BackupProblem.class)
                .hasMessageContaining("not empty");

        assertThat(rows(FROM, "select count(*)::text from article")).containsExactly("1");
    }

    @Test
    void databaseWithTablesOfOthersIsLeftAlone() throws Exception {
        migrate(FROM, "6");
        byte[] backup = backup();
        migrate(TO, "6");
        execute(TO, "create table somebodys (id int)");

        assertThatThrownBy(() -> restore(TO, backup)).hasMessageContaining("somebodys");
    }

    @Test
    void damagedOrCutBackupChangesNothing() throws Exception {
        migrate(FROM, "6");
        fill();
        byte[] whole = backup();
        byte[] cut = Arrays.copyOf(whole, whole.length * 2 / 3);
        byte[] damaged = whole.clone();
        damaged[whole.length / 2] ^= 1;
        migrate(TO, "latest");

        assertThatThrownBy(() -> restore(TO, cut)).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> restore(TO, damaged)).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> restore(TO, new byte[] {1, 2, 3}))
                .isInstanceOf(BackupProblem.class)
                .hasMessageContaining("manifest.json is missing");

        assertThat(rows(TO, "select count(*)::text from issue_file")).containsExactly("0");
        assertThat(restore(TO, whole).articles()).isEqualTo(1);
    }

    private static void fill() throws SQLException {
        execute(
                FROM,
                """
                insert into issue_file (id, name, sha256, size_bytes, state, raw, received_at, due_at)
                overriding system value values
                    (3, E'a\\tb.txt', '%s', 2, 'received', '\\x6162', now(), now()),
                    (11, 'old.txt', '%s', 4, 'stored', '\\x00ff5c0a', now(), null)
                """
                        .formatted("a".repeat(64), "b".repeat(64)));
        execute(
                FROM,
                """
                insert into page (id, file_name, ordinal, file_id, revision, articles_ever, lines,
                    lines_article, lines_furniture, lines_unplaced, findings)
                values ('page', 'old.txt', 1, 11, 7, 1, 1, 1, 0, 0, '{}')
                """);
        execute(
                FROM,
                """
                insert into article (id, page_id, number, position, revision, withdrawn, content_hash,
                    content, text, indexed_revision)
                values ('page-01', 'page', 1, 1, 7, false, '%s', '{"id": "page-01"}',
                    E'海湾\\\\n"里"的\\n渔火', 7)
                """
                        .formatted("d".repeat(64)));
    }

    private static byte[] backup() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Connection connection = archive(FROM).getConnection()) {
            Backup.Written _ = Backup.write(connection, Instant.EPOCH, out);
        }
        return out.toByteArray();
    }

    private static Restoration.Restored restore(String schema, byte[] backup) throws Exception {
        return new Restoration(archive(schema)).restore(new ByteArrayInputStream(backup));
    }

    private static void migrate(String schema, String version) {
        Flyway.configure()
                .dataSource(archive(schema))
                .schemas(schema)
                .defaultSchema(schema)
                .target(version)
                .load()
                .migrate();
    }

    private static int pending(String schema) {
        Flyway flyway = Flyway.configure().dataSource(archive(schema)).defaultSchema(schema).load();
        return flyway.info().pending().length;
    }

    private static List<String> rows(String schema, String sql) throws SQLException {
        try (Connection connection = archive(schema).getConnection();
                Statement statement = connection.createStatement()) {
            ResultSet rows = statement.executeQuery(sql);
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static void execute(String schema, String sql) throws SQLException {
        try (Connection connection = archive(schema).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static PGSimpleDataSource archive(String schema) {
        PGSimpleDataSource archive = new PGSimpleDataSource();
        archive.setUrl(Objects.requireNonNull(System.getenv("QUARKUS_DATASOURCE_JDBC_URL")));
        archive.setUser(System.getenv("QUARKUS_DATASOURCE_USERNAME"));
        archive.setPassword(System.getenv("QUARKUS_DATASOURCE_PASSWORD"));
        archive.setCurrentSchema(schema);
        return archive;
    }
}
