package org.broadsheet.benchmark.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.benchmark.data.RelaidPages;
import org.broadsheet.benchmark.data.RelaidPages.Page;

/// The services as they are shipped, on a drop folder, a schema, a topic and an index of their own:
/// ingest-service alone, or all three. Tables, topic and files go with the servers.
public final class WholeLine implements AutoCloseable {
    private final Stack stack;
    private final String run;
    private final Path folder;
    private final Connection connection;
    private final RunningService ingest;
    private final Optional<RunningService> index;
    private final Optional<RunningService> query;

    /// How far the line has come.
    ///
    /// @param stored page files that PostgreSQL has with their articles
    /// @param unpublished events that the topic has not
    public record Progress(long stored, long unpublished) {}

    private WholeLine(Stack stack, Map<String, String> settings, boolean whole) {
        this.stack = stack;
        this.run = "line" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        this.connection = stack.connection(run);
        try {
            this.folder = Files.createTempDirectory(stack.logs().getParent(), run);
            Files.createDirectories(folder.resolve("staging"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder", e);
        }
        number("create schema " + run);
        String indexPort = Integer.toString(RunningService.freePort());
        // First, because it makes the topic that index-service waits for.
        this.ingest = start("ingest-service", ingestSettings(settings, indexPort));
        if (whole) {
            this.index = Optional.of(start("index-service", indexSettings(settings, indexPort)));
            this.query = Optional.of(start("query-service", querySettings()));
        } else {
            this.index = Optional.empty();
            this.query = Optional.empty();
        }
    }

    private RunningService start(String name, Map<String, String> settings) {
        return RunningService.start(stack, name, settings);
    }

    /// Nothing takes the events from the topic.
    public static WholeLine ofIngestService(Stack stack) {
        return new WholeLine(stack, Map.of(), false);
    }

    /// @param settings that differ from those the services are shipped with
    public static WholeLine ofAll(Stack stack, Map<String, String> settings) {
        return new WholeLine(stack, settings, true);
    }

    private Map<String, String> ingestSettings(Map<String, String> settings, String indexPort) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("DROP_FOLDER", folder.resolve("drop").toString());
        all.put("UPLOAD_SPOOL", folder.resolve("uploads").toString());
        all.put("OUTBOX_TOPIC", topic());
        all.put("QUARKUS_DATASOURCE_JDBC_URL", stack.jdbcUrl(run));
        all.put("PROGRESS_INDEX_SERVICE", "http://127.0.0.1:" + indexPort);
        return all;
    }

    private Map<String, String> indexSettings(Map<String, String> settings, String port) {
        Map<String, String> all = new HashMap<>(settings);
        all.put(RunningService.PORT, port);
        all.put("EVENTS_TOPIC", topic());
        all.put("EVENTS_DEAD_LETTER_TOPIC", topic() + ".dead");
        all.put("EVENTS_GROUP", run);
        all.put("INDEX_ALIAS", alias());
        return all;
    }

    private Map<String, String> querySettings() {
        return Map.of("SEARCH_ALIAS", alias(), "API_RATE_PER_SECOND", "0");
    }

    public String topic() {
        return run + ".articles";
    }

    /// Name under which searches find the articles.
    public String alias() {
        return run + "-articles";
    }

    /// On the tables of this line; to be closed with it only.
    public Connection connection() {
        return connection;
    }

    public RunningService ingest() {
        return ingest;
    }

    /// @throws java.util.NoSuchElementException where there is only an ingest-service
    public RunningService index() {
        return index.orElseThrow();
    }

    /// @throws java.util.NoSuchElementException where there is only an ingest-service
    public RunningService query() {
        return query.orElseThrow();
    }

    /// Writes pages beside the drop folder, on the same disk.
    ///
    /// @return what [#drop(Path)] moves
    public Path stage(RelaidPages pages, long first, long count) {
        try {
            Path staged = Files.createTempDirectory(folder.resolve("staging"), "pages");
            for (long number = first; number < first + count; number++) {
                Page page = pages.page(number);
                write(staged.resolve(page.name()), page.text());
            }
            return staged;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write pages", e);
        }
    }

    /// Moves all of them into the drop folder at once.
    public void drop(Path staged) {
        try {
            Files.move(staged, folder.resolve("drop").resolve(staged.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot drop " + staged, e);
        }
    }

    /// Moves one file into the drop folder.
    public void drop(String name, String text) {
        try {
            Path staged = folder.resolve("staging").resolve(name);
            write(staged, text);
            Files.move(staged, folder.resolve("drop").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot drop " + name, e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    public Progress progress() {
        return new Progress(stored(), unpublished());
    }

    private long stored() {
        return number("select count(*) from issue_file where state = 'stored'");
    }

    private long unpublished() {
        return number("select count(*) from outbox where published_at is null");
    }

    /// Waits until so many files are stored and all their events published.
    public void awaitPublished(long files) {
        Looks.until(files, this::stored);
        // What has been published is no longer counted, so that the count falls to 0.
        Looks.until(0, () -> -unpublished());
    }

    /// Articles that PostgreSQL has.
    public long articles() {
        return number("select count(*) from article where not withdrawn");
    }

    /// Articles that searches find now.
    public long found() {
        return Web.json(stack.search("/" + alias() + "/_count")).path("count").asLong();
    }

    /// The number that a statement answers with; 0 from one that answers nothing.
    public long number(String sql) {
        try (Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return 0;
            }
            ResultSet row = statement.getResultSet();
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        ingest.close();
        query.ifPresent(RunningService::close);
        index.ifPresent(RunningService::close);
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("not closed", e);
        }
    }
}
