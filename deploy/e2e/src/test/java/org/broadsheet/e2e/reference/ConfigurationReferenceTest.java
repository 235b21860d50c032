package org.broadsheet.e2e.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.broadsheet.e2e.Deploy;
import org.junit.jupiter.api.Test;

/// `deploy/configuration.md` is made from the services' sources. With `-Dreference=update` this
/// writes it anew, and fails, so that the switch cannot stay on.
class ConfigurationReferenceTest {
    private static final Path FILE = Deploy.REPOSITORY.resolve("deploy/configuration.md");
    private static final List<String> SERVICES =
            List.of("ingest-service", "index-service", "query-service");
    private static final String HEAD =
            """
            # Configuration: every setting of the three services

            Made from the sources by `mvn -pl deploy/e2e test -Dtest=ConfigurationReferenceTest -Dreference=update`; a test
            fails while it is out of date. A setting is given as an environment variable, as a system property of its name
            (`-Doutbox.partitions=12`), or, in a container, as a file of its name in the folder that
            `SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS` names. Durations are written like `500ms`, `2s`, `10m`, `24h`; sizes
            like `64K`, `16M`.

            Settings of Quarkus itself (addresses of the servers, passwords, HTTP, logs) keep their own names; those that
            a service sets stand in its `src/main/resources/application.properties`, each with its reason, and are
            overridden in the same way. The ones that every deployment sets:

            | variable | service | what |
            |---|---|---|
            | `BROADSHEET_HOST` | all | address to listen on; `127.0.0.1` unless told otherwise |
            | `QUARKUS_HTTP_PORT` | all | port to listen on |
            | `QUARKUS_DATASOURCE_JDBC_URL`, `QUARKUS_DATASOURCE_USERNAME`, `QUARKUS_DATASOURCE_PASSWORD` | ingest | PostgreSQL; the password has no default |
            | `KAFKA_BOOTSTRAP_SERVERS`, and any setting of the client as `KAFKA_…` | ingest, index | Kafka |
            | `QUARKUS_ELASTICSEARCH_HOSTS`, `…_PROTOCOL`, `…_USERNAME`, `…_PASSWORD` | index, query | Elasticsearch |
            | `OTEL_EXPORTER_OTLP_ENDPOINT`, `OTEL_EXPORTER_OTLP_PROTOCOL` | all | where traces go; none without it: see [observability](observability) |
            | `BROADSHEET_CORS`, `BROADSHEET_CORS_ORIGINS` | query | which other sites may read the API |
            | `QUARKUS_OIDC_AUTH_SERVER_URL`, `QUARKUS_OIDC_TOKEN_AUDIENCE` | ingest | whose tokens count beside keys, and whom they must be meant for (`broadsheet`); with `ACCESS_TOKENS`: see [operations](operations.md#sign-in-with-openid-connect) |
            | `QUARKUS_OIDC_AUTH_SERVER_URL`, `QUARKUS_OIDC_CLIENT_ID`, `QUARKUS_OIDC_CREDENTIALS_SECRET` | query | where keepers sign in, and as whom query-service asks; with `DESK_SIGN_IN` |
            """;

    @Test
    void committedReferenceIsWhatTheSourcesSay() throws IOException {
        String reference = reference();

        if ("update".equals(System.getProperty("reference"))) {
            Files.writeString(FILE, reference);
            throw new AssertionError(FILE + " is written. Now without -Dreference=update.");
        }
        assertThat(FILE).content().isEqualTo(reference);
    }

    @Test
    void everySettingSaysWhatItIs() throws IOException {
        for (String service : SERVICES) {
            List<ConfigKey> keys = ConfigSources.keys(Deploy.REPOSITORY.resolve(service));
            assertThat(keys).as(service).hasSizeGreaterThan(5);
            assertThat(keys)
                    .as("settings of %s without a comment", service)
                    .filteredOn(key -> key.meaning().isEmpty())
                    .extracting(ConfigKey::name)
                    .isEmpty();
        }
    }

    private static String reference() throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        for (String service : SERVICES) {
            text.append(
                    """

                    ## %s

                    | setting | variable | kind | default | what |
                    |---|---|---|---|---|
                    %s
                    """
                            .formatted(
                                    service,
                                    ConfigSources.keys(Deploy.REPOSITORY.resolve(service)).stream()
                                            .map(ConfigKey::row)
                                            .collect(Collectors.joining("\n"))));
        }
        return text.toString();
    }
}
