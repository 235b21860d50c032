package org.broadsheet.stack.server;

import java.util.Map;

/// Where the three servers are, as environment variables that Quarkus reads: for the services, and
/// for integration tests.
public final class ServerAddresses {
    private ServerAddresses() {}

    public static Map<String, String> of(Stack stack) {
        ServerVersions versions = ServerVersions.of(stack.sources());
        Postgres postgres = new Postgres(stack, versions.postgresql());
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                postgres.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME",
                Postgres.DATABASE,
                "QUARKUS_DATASOURCE_PASSWORD",
                postgres.secrets().value(PostgresCluster.PASSWORD),
                "KAFKA_BOOTSTRAP_SERVERS",
                new Kafka(stack, versions.kafka()).bootstrapServers(),
                "QUARKUS_ELASTICSEARCH_HOSTS",
                new Elasticsearch(stack, versions.elasticsearch()).address());
    }
}
