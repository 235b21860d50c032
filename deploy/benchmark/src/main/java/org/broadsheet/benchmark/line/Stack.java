package org.broadsheet.benchmark.line;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// The servers that `deploy/bench` has started, as its environment names them.
public record Stack(
        String kafka, String elasticsearch, Path services, Path logs, String serviceHeap) {

    /// @throws IllegalStateException outside `deploy/bench`
    public static Stack ofEnvironment() {
        Path home = Path.of(variable("BROADSHEET_HOME"));
        return new Stack(
                variable("KAFKA_BOOTSTRAP_SERVERS"),
                variable("QUARKUS_ELASTICSEARCH_HOSTS"),
                home.resolve("services"),
                home.resolve("logs"),
                variable("BROADSHEET_SERVICE_HEAP"));
    }

    /// An address of Elasticsearch.
    public String search(String path) {
        return "http://" + elasticsearch + path;
    }

    /// A connection to PostgreSQL, as the services have theirs.
    ///
    /// @param schema that its statements are about; `public` is looked into too
    public Connection connection(String schema) {
        try {
            return DriverManager.getConnection(
                    jdbcUrl(schema),
                    variable("QUARKUS_DATASOURCE_USERNAME"),
                    variable("QUARKUS_DATASOURCE_PASSWORD"));
        } catch (SQLException e) {
            throw new IllegalStateException("no connection to PostgreSQL", e);
        }
    }

    /// PostgreSQL's address, for a service that keeps its tables in this schema.
    String jdbcUrl(String schema) {
        String url = variable("QUARKUS_DATASOURCE_JDBC_URL");
        return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema + ",public";
    }

    private static String variable(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(name + " is not set: run deploy/bench");
        }
        return value;
    }
}
