package org.broadsheet.ingest.schema;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import javax.sql.DataSource;

/// Lends connections of a pool and takes all of them back when it is closed. Flyway leaves some
/// open when the database goes away while it works; a few such failures would empty the pool for
/// ever.
final class Lending implements DataSource, AutoCloseable {
    private final DataSource pool;
    private final Set<Connection> lent = ConcurrentHashMap.newKeySet();

    Lending(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = pool.getConnection();
        lent.add(connection);
        return connection;
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        Connection connection = pool.getConnection(username, password);
        lent.add(connection);
        return connection;
    }

    @Override
    public void close() {
        for (Connection connection : lent) {
            try {
                connection.close();
            } catch (SQLException _) {
                // It was broken; the pool has it back all the same.
            }
        }
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }
}
