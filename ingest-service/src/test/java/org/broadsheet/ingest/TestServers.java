package org.broadsheet.ingest;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// Gives a test run a database schema, a topic and a drop folder of its own on the servers that the
/// environment names, so that no other run and no user's archive is touched.
public class TestServers implements QuarkusTestResourceLifecycleManager {
    private final String run = UUID.randomUUID().toString().replace("-", "");
    private final String schema = "it_" + run;
    private final FakeIndexService indexService = new FakeIndexService();
    private final FakeProvider provider = new FakeProvider();
    private Path folder = Path.of("");

    private final Map<String, String> besides = new HashMap<>();

    /// @param settings that count besides
    @Override
    public void init(Map<String, String> settings) {
        besides.putAll(settings);
    }

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("broadsheet-drop");
            Files.createDirectory(folder.resolve("drop"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        execute("create schema " + schema);
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.jdbc.url", serverUrl() + "?currentSchema=" + schema);
        settings.put("access.key", TestKey.VALUE);
        settings.put("access.tokens", "true");
        settings.put("quarkus.oidc.auth-server-url", provider.address());
        settings.put("outbox.topic", "articles-" + run);
        settings.put("outbox.topic-check-every", "500ms");
        settings.put("drop.folder", folder.resolve("drop").toString());
        settings.put("drop.settle-time", "100ms");
        settings.put("drop.scan-every", "200ms");
        settings.put("drop.file-size-max", "200K");
        settings.put("drop.line-length-max", "150000");
        settings.put("upload.requests-per-second", "20");
        settings.put("upload.requests-burst", "200");
        settings.put("progress.dead-letters-every", "200ms");
        settings.put("upload.spool", folder.resolve("spool").toString());
        settings.put("upload.size-max", "1M");
        settings.put("quarkus.http.limits.max-body-size", "4M");
        settings.put("upload.zip-entries-max", "20");
        settings.put("progress.index-service", indexService.address());
        settings.put("progress.index-check-every", "200ms");
        settings.putAll(besides);
        return settings;
    }

    @Override
    public void stop() {
        indexService.close();
        provider.close();
        execute("drop schema if exists " + schema + " cascade");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String serverUrl() {
        return environment("QUARKUS_DATASOURCE_JDBC_URL");
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(
                    name
                            + " is not set: integration tests need the real servers. deploy/test"
                            + " starts them and sets it.");
        }
        return value;
    }

    private static void execute(String sql) {
        try (Connection connection =
                        DriverManager.getConnection(
                                serverUrl(),
                                environment("QUARKUS_DATASOURCE_USERNAME"),
                                environment("QUARKUS_DATASOURCE_PASSWORD"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + " failed on " + serverUrl(), e);
        }
    }
}
