package org.broadsheet.ingest.reconcile;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.broadsheet.ingest.drop.DropFolder;
import org.broadsheet.ingest.outbox.TopicScan;
import org.broadsheet.ingest.progress.IndexLedger;

/// Compares files on disk, ledger, articles, topic and index. A difference counts when two looks,
/// some seconds apart, both show it: what is on its way differs, too, but not for long.
@ApplicationScoped
public class Reconciliation {
    private static final int EXAMPLES_MAX = 200;
    private static final int FILES_AT_ONCE = 500;
    private static final String LOCK = "hashtextextended('reconcile', 0)";

    private final DataSource dataSource;
    private final DropFolder dropFolder;
    private final TopicScan topic;
    private final IndexLedger index;
    private final ReconcileConfig config;
    private final Clock clock;
    private volatile Optional<Report> last = Optional.empty();

    Reconciliation(
            DataSource dataSource,
            DropFolder dropFolder,
            TopicScan topic,
            IndexLedger index,
            ReconcileConfig config,
            Clock clock) {
        this.dataSource = dataSource;
        this.dropFolder = dropFolder;
        this.topic = topic;
        this.index = index;
        this.config = config;
        this.clock = clock;
    }

    /// What the last comparison by this service has found.
    Optional<Report> last() {
        return last;
    }

    /// @return empty if somebody is at it already
    /// @throws IOException if the folder, Kafka or index-service can't be read
    public Optional<Report> compare() throws SQLException, IOException, InterruptedException {
        try (Connection connection = dataSource.getConnection()) {
            if (number(connection, "select pg_try_advisory_lock(" + LOCK + ")::int") == 0) {
                return Optional.empty();
            }
            try {
                Report report = compare(connection);
                last = Optional.of(report);
                return Optional.of(report);
            } finally {
                Findings.execute(connection, Findings.NO_TABLES + NO_DIFFERENCES);
                Findings.execute(connection, "select pg_advisory_unlock(" + LOCK + ")");
            }
        }
    }

    private static final String NO_DIFFERENCES =
            "drop table if exists pg_temp.difference; drop table if exists pg_temp.before;";

    private Report compare(Connection connection)
            throws SQLException, IOException, InterruptedException {
        Instant began = clock.instant();
        Findings.execute(connection, NO_DIFFERENCES);
        Report.Counts counts = look(connection);
        if (number(connection, "select count(*) from difference") > 0) {
            Findings.execute(connection, "alter table pg_temp.difference rename to before");
            Thread.sleep(config.lookAgainAfter());
            counts = look(connection);
            Findings.execute(
                    connection,
                    """
                    delete from difference d where not exists (
                      select 1 from before b where b.place = d.place and b.which = d.which)
                    """);
        }
        Instant ended = clock.instant();
        return new Report(
                ended,
                Duration.between(began, ended).toMillis(),
                counts,
                byPlace(connection),
                examples(connection));
    }

    private Report.Counts look(Connection connection)
            throws SQLException, IOException, InterruptedException {
        Findings.execute(connection, Findings.NO_TABLES + Findings.TABLES);
        Findings files = Findings.files(connection);
        dropFolder.<SQLException>putAway(file -> files.add(file.name(), file.sha256()));
        files.flush();
        Findings events = Findings.events(connection);
        topic.read(events::add);
        events.flush();
        Findings documents = Findings.documents(connection);
        index.read(
                found ->
                        documents.add(
                                found.id(),
                                found.revision(),
                                found.contentHash() == null ? "" : found.contentHash(),
                                found.withdrawn()));
        documents.flush();
        Findings.execute(
                connection,
                "create temp table difference (place text, which text, what text);"
                        + " analyze found_event; analyze found_document");
        for (Map.Entry<String, List<String>> place : Findings.DIFFERENCES.entrySet()) {
            for (String question : place.getValue()) {
                Findings.execute(
                        connection,
                        "insert into difference select '%s', differing.* from (%s) differing"
                                .formatted(place.getKey(), question));
            }
        }
        checkBytes(connection);
        return counts(connection);
    }

    /// The bytes that are kept are what their hash says. In portions: there are many.
    private static void checkBytes(Connection connection) throws SQLException {
        long last = number(connection, "select coalesce(max(id), 0) from issue_file");
        try (PreparedStatement check =
                connection.prepareStatement(
                        """
                        insert into difference
                        select 'ledger', f.name, 'its bytes are not what their hash says'
                        from issue_file f
                        where f.id > ? and f.id <= ? and f.raw is not null
                          and encode(sha256(f.raw), 'hex') <> f.sha256
                        """)) {
            for (long from = 0; from < last; from += FILES_AT_ONCE) {
                check.setLong(1, from);
                check.setLong(2, from + FILES_AT_ONCE);
                check.executeUpdate();
            }
        }
    }

    private static Report.Counts counts(Connection connection) throws SQLException {
        return new Report.Counts(
                number(connection, "select count(*) from found_file"),
                number(connection, "select count(*) from issue_file"),
                number(connection, "select count(*) from article where not withdrawn"),
                number(connection, "select count(*) from article where withdrawn"),
                number(connection, "select count(*) from found_event"),
                number(connection, "select count(*) from found_document"));
    }

    private static Map<String, Long> byPlace(Connection connection) throws SQLException {
        Map<String, Long> byPlace = new LinkedHashMap<>();
        Findings.DIFFERENCES.keySet().forEach(place -> byPlace.put(place, 0L));
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select place, count(*) from difference group by place")) {
            while (rows.next()) {
                byPlace.put(rows.getString(1), rows.getLong(2));
            }
        }
        return byPlace;
    }

    private static List<Report.Difference> examples(Connection connection) throws SQLException {
        List<Report.Difference> examples = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select place, which, what from difference order by place, which"
                                        + " limit "
                                        + EXAMPLES_MAX)) {
            while (rows.next()) {
                examples.add(
                        new Report.Difference(
                                rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return examples;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
