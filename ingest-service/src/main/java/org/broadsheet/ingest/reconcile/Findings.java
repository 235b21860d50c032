package org.broadsheet.ingest.reconcile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What was found outside of the database, as temporary tables of one connection: however much it
/// is, memory holds a portion, and finding the differences is the database's work.
final class Findings {
    private static final int AT_ONCE = 5_000;

    static final String TABLES =
            """
            create temp table found_file (name text not null, sha256 text not null);
            create temp table found_event (id text primary key, revision bigint not null);
            create temp table found_document (id text primary key, revision bigint not null,
              hash text, withdrawn boolean not null);
            """;

    static final String NO_TABLES =
            """
            drop table if exists pg_temp.found_file;
            drop table if exists pg_temp.found_event;
            drop table if exists pg_temp.found_document;
            """;

    private final Connection connection;
    private final String insert;
    private final List<String> types;
    private final List<List<Object>> columns;

    private Findings(Connection connection, String insert, List<String> types) {
        this.connection = connection;
        this.insert = insert;
        this.types = types;
        this.columns = new ArrayList<>();
        types.forEach(_ -> columns.add(new ArrayList<>()));
    }

    static Findings files(Connection connection) {
        return new Findings(
                connection,
                "insert into found_file select * from unnest(?::text[], ?::text[])",
                List.of("text", "text"));
    }

    /// Of each article the highest revision counts, wherever it stands.
    static Findings events(Connection connection) {
        return new Findings(
                connection,
                """
                insert into found_event
                select id, max(revision) from unnest(?::text[], ?::bigint[]) event (id, revision)
                group by id
                on conflict (id) do update
                set revision = greatest(found_event.revision, excluded.revision)
                """,
                List.of("text", "bigint"));
    }

    static Findings documents(Connection connection) {
        return new Findings(
                connection,
                """
                insert into found_document
                select * from unnest(?::text[], ?::bigint[], ?::text[], ?::boolean[])
                """,
                List.of("text", "bigint", "text", "boolean"));
    }

    void add(Object... row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            columns.get(i).add(row[i]);
        }
        if (columns.getFirst().size() == AT_ONCE) {
            flush();
        }
    }

    void flush() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (int i = 0; i < types.size(); i++) {
                statement.setArray(
                        i + 1, connection.createArrayOf(types.get(i), columns.get(i).toArray()));
            }
            statement.executeUpdate();
        }
        columns.forEach(List::clear);
    }

    /// Questions that find differences between the tables and the archive, by place. Each gives
    /// which file or article it is, and what is wrong with it.
    static final Map<String, List<String>> DIFFERENCES =
            Map.of(
                    "disk",
                    List.of(
                            """
                            select f.name, 'put away, not in the ledger' from found_file f
                            where not exists (
                              select 1 from issue_file l where l.sha256 = f.sha256)
                            """,
                            "select name, 'can''t be taken: ' || last_error from set_aside"),
                    "ledger",
                    List.of(
                            """
                            select f.name, 'stored, has no page' from issue_file f
                            where f.state = 'stored' and f.due_at is null
                              and not exists (select 1 from page p where p.file_id = f.id)
                            """,
                            """
                            select a.id, 'of a file that is not stored, or is withdrawn'
                            from article a join page p on p.id = a.page_id
                              join issue_file f on f.id = p.file_id
                            where not a.withdrawn and f.due_at is null
                              and (f.state <> 'stored' or f.withdrawn)
                            """),
                    "topic",
                    List.of(
                            """
                            select a.id, 'not on the topic' from article a
                            where not exists (select 1 from found_event e where e.id = a.id)
                            """,
                            """
                            select e.id, 'on the topic, not in the archive' from found_event e
                            where not exists (select 1 from article a where a.id = e.id)
                            """,
                            """
                            select a.id, 'revision ' || e.revision || ' on the topic, '
                              || a.revision || ' in the archive'
                            from article a join found_event e on e.id = a.id
                            where e.revision <> a.revision
                            """),
                    "index",
                    List.of(
                            // Old withdrawals are purged from the index: that is no difference.
                            """
                            select a.id, 'not in the index' || coalesce(': ' || a.last_error, '')
                            from article a
                            where not a.withdrawn
                              and not exists (select 1 from found_document d where d.id = a.id)
                            """,
                            """
                            select d.id, 'in the index, not in the archive' from found_document d
                            where not exists (select 1 from article a where a.id = d.id)
                            """,
                            """
                            select a.id, case
                              when d.revision <> a.revision then 'revision ' || d.revision
                                || ' in the index, ' || a.revision || ' in the archive'
                                || coalesce(': ' || a.last_error, '')
                              when a.withdrawn then 'not withdrawn in the index'
                              when d.withdrawn then 'withdrawn in the index'
                              else 'another content in the index' end
                            from article a join found_document d on d.id = a.id
                            where d.revision <> a.revision or d.withdrawn <> a.withdrawn
                              or (not a.withdrawn and d.hash is distinct from a.content_hash)
                            """));

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
