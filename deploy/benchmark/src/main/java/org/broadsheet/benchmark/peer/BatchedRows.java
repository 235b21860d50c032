package org.broadsheet.benchmark.peer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The rows that ingest-service has written, written again by batched inserts on one connection
/// into tables of the same columns, constraints and indexes, in one transaction: nothing that
/// decides row by row what to write can be faster.
public final class BatchedRows {
    private static final List<String> TABLES = List.of("issue_file", "page", "article", "outbox");
    private static final int BATCH = 500;

    private final Connection connection;
    private final List<Table> tables = new ArrayList<>();

    private record Table(String name, List<String> columns, List<Object[]> rows) {}

    /// Reads the rows into memory.
    ///
    /// @param connection whose schema holds them
    public BatchedRows(Connection connection) {
        this.connection = connection;
        try {
            for (String table : TABLES) {
                tables.add(read(table));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the rows cannot be read", e);
        }
    }

    private Table read(String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + name)) {
            ResultSetMetaData about = rows.getMetaData();
            int width = about.getColumnCount();
            List<String> columns = new ArrayList<>();
            for (int column = 1; column <= width; column++) {
                columns.add(about.getColumnName(column));
            }
            List<Object[]> all = new ArrayList<>();
            while (rows.next()) {
                Object[] row = new Object[width];
                for (int column = 0; column < width; column++) {
                    row[column] = rows.getObject(column + 1);
                }
                all.add(row);
            }
            return new Table(name, columns, all);
        }
    }

    /// How many rows there are.
    public long rows() {
        return tables.stream().mapToLong(table -> table.rows().size()).sum();
    }

    /// Writes all of them into empty tables; gives the seconds from the first insert to the end of
    /// the commit.
    public double insert() {
        try {
            for (Table table : tables) {
                execute("drop table if exists again_" + table.name());
                execute(
                        "create table again_%s (like %s including all)"
                                .formatted(table.name(), table.name()));
            }
            long started = System.nanoTime();
            connection.setAutoCommit(false);
            for (Table table : tables) {
                insert(table);
            }
            connection.commit();
            return (System.nanoTime() - started) / 1e9;
        } catch (SQLException e) {
            throw new IllegalStateException("the rows cannot be written", e);
        } finally {
            autoCommit();
        }
    }

    private void insert(Table table) throws SQLException {
        String places =
                IntStream.range(0, table.columns().size())
                        .mapToObj(_ -> "?")
                        .collect(Collectors.joining(", "));
        String sql =
                "insert into again_%s (%s) overriding system value values (%s)"
                        .formatted(table.name(), String.join(", ", table.columns()), places);
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int batched = 0;
            for (Object[] row : table.rows()) {
                for (int column = 0; column < row.length; column++) {
                    insert.setObject(column + 1, row[column]);
                }
                insert.addBatch();
                if (++batched % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private void autoCommit() {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException("the connection is gone", e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
