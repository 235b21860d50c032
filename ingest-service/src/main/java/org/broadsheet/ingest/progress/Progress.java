package org.broadsheet.ingest.progress;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.broadsheet.ingest.progress.IndexQuestion.Refused;

/// Notes in the ledger how far files and articles have come. Rows that somebody else is writing are
/// left for the next time, so that nobody ever waits for this.
@ApplicationScoped
class Progress {
    private static final int FILES_AT_ONCE = 500;

    private static final Duration[] FRESHNESS_BOUNDS =
            Stream.of("0.5", "1", "2", "3", "5", "10", "30", "60", "300", "1800", "7200")
                    .map(seconds -> Duration.parse("PT" + seconds + "S"))
                    .toArray(Duration[]::new);

    private final DataSource dataSource;
    private final Timer freshness;

    Progress(DataSource dataSource, MeterRegistry metrics) {
        this.dataSource = dataSource;
        this.freshness =
                Timer.builder("broadsheet.freshness")
                        .description(
                                "From a file's being received until searches find all its articles")
                        .serviceLevelObjectives(FRESHNESS_BOUNDS)
                        .register(metrics);
    }

    /// Whether any file is on its way into the index, asked outside of a transaction.
    boolean isAnyUnderWay() throws SQLException {
        return isTrue(
                """
                select exists (select 1 from issue_file where state = 'stored' and due_at is null
                  and (published_at is null or indexed_at is null))
                """);
    }

    /// Whether this is the index that searches were seen to read last.
    boolean isKnown(String index) throws SQLException {
        return isTrue("select exists (select 1 from searched_index where index_id = ?)", index);
    }

    private boolean isTrue(String sql, String... values) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setString(i + 1, values[i]);
            }
            ResultSet row = select.executeQuery();
            row.next();
            return row.getBoolean(1);
        }
    }

    /// Stored files none of whose articles has an event that is not yet on the topic.
    ///
    /// @return how many
    @Transactional(rollbackOn = Exception.class)
    int notePublished() throws SQLException {
        return note(
                "published_at",
                "published_at is null",
                """
                select 1 from page p join article a on a.page_id = p.id
                  join outbox o on o.aggregateid = a.id and o.published_at is null
                where p.file_id = f.id
                """);
    }

    /// Published files all of whose articles are found as they now are.
    ///
    /// @return how many
    @Transactional(rollbackOn = Exception.class)
    int noteIndexed() throws SQLException {
        int count = noteSearched();
        if (count > 0) {
            measureFreshness();
        }
        return count;
    }

    private int noteSearched() throws SQLException {
        return note(
                "indexed_at",
                "indexed_at is null and published_at is not null",
                """
                select 1 from page p join article a on a.page_id = p.id
                where p.file_id = f.id and a.indexed_revision < a.revision
                """);
    }

    /// Files that are found for the first time. Once each: an index that is built anew, or a file
    /// that is read again, would tell how old the archive is, not how fast.
    private void measureFreshness() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update =
                        connection.prepareStatement(
                                """
                                update issue_file set first_indexed_at = indexed_at
                                where indexed_at is not null and first_indexed_at is null
                                returning extract(epoch from indexed_at - received_at) * 1000
                                """)) {
            ResultSet rows = update.executeQuery();
            while (rows.next()) {
                freshness.record(Duration.ofMillis(Math.max(0, rows.getLong(1))));
            }
        }
    }

    /// Locks files first and looks at their articles once more then: who changes articles marks
    /// their file in the same transaction, so what is seen then is still true when it is noted.
    ///
    /// @param column that gets the time
    /// @param open condition of files that are to be looked at
    /// @param behind finds what keeps a file from being noted
    private int note(String column, String open, String behind) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock =
                        connection.prepareStatement(
                                """
                                select f.id from issue_file f
                                where f.state = 'stored' and f.due_at is null and %s
                                  and not exists (%s)
                                order by f.id limit ? for update skip locked
                                """
                                        .formatted(open, behind));
                PreparedStatement note =
                        connection.prepareStatement(
                                """
                                update issue_file f set %s = clock_timestamp()
                                where f.id = any (?) and not exists (%s)
                                """
                                        .formatted(column, behind))) {
            lock.setInt(1, FILES_AT_ONCE);
            List<Long> ids = new ArrayList<>();
            ResultSet rows = lock.executeQuery();
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
            if (ids.isEmpty()) {
                return 0;
            }
            note.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            return note.executeUpdate();
        }
    }

    /// Articles that are on the topic and were not yet seen by a search as they are now, in the
    /// order of their ids.
    ///
    /// @param after only ids behind this one
    List<String> unindexed(String after, int limit) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                """
                                select a.id from article a
                                where a.indexed_revision < a.revision and a.id > ?
                                  and not exists (select 1 from outbox o
                                    where o.aggregateid = a.id and o.published_at is null)
                                order by a.id limit ?
                                """)) {
            select.setString(1, after);
            select.setInt(2, limit);
            ResultSet rows = select.executeQuery();
            List<String> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        }
    }

    /// Notes which index searches read. What was known of another is forgotten.
    ///
    /// @return whether it is another
    @Transactional(rollbackOn = Exception.class)
    boolean noteIndex(String index) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            try (PreparedStatement insert =
                    connection.prepareStatement(
                            """
                            insert into searched_index (index_id) values (?)
                            on conflict (only_one) do update set index_id = excluded.index_id
                            where searched_index.index_id <> excluded.index_id
                            """)) {
                insert.setString(1, index);
                if (insert.executeUpdate() == 0) {
                    return false;
                }
            }
            statement.execute(
                    "update article set indexed_revision = 0, indexed_at = null"
                            + " where indexed_revision > 0");
            return statement.executeUpdate(
                            "update issue_file set indexed_at = null where indexed_at is not null")
                    > 0;
        }
    }

    /// Notes which revisions searches find.
    ///
    /// @return how many that is news of
    @Transactional(rollbackOn = Exception.class)
    int noteSearchable(Map<String, Long> revisions) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update =
                        connection.prepareStatement(
                                """
                                with free as (
                                  select id from article where id = any (?) for update skip locked)
                                update article a set indexed_revision = found.revision,
                                  last_error = case when found.revision < a.revision
                                    then a.last_error end,
                                  indexed_at = case when found.revision >= a.revision
                                    then clock_timestamp() end
                                from unnest(?::text[], ?::bigint[]) found (id, revision), free
                                where a.id = found.id and a.id = free.id
                                  and a.indexed_revision < found.revision
                                """)) {
            String[] ids = revisions.keySet().toArray(String[]::new);
            Object[] found = revisions.values().toArray();
            update.setArray(1, connection.createArrayOf("text", ids));
            update.setArray(2, connection.createArrayOf("text", ids));
            update.setArray(3, connection.createArrayOf("bigint", found));
            return update.executeUpdate();
        }
    }

    /// Notes which articles lie with the dead letters, and that the others don't. One that is not
    /// yet on the topic has another trouble.
    ///
    /// @param refused by id
    @Transactional(rollbackOn = Exception.class)
    void noteDead(Map<String, Refused> refused) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update =
                        connection.prepareStatement(
                                """
                                with told as (
                                  update article a set last_error = found.cause,
                                    refused = coalesce(found.times, a.refused)
                                  from (
                                    select b.id, dead.cause, dead.times from article b
                                      left join unnest(?::text[], ?::text[], ?::int[])
                                        dead (id, cause, times) on dead.id = b.id
                                    where b.indexed_revision < b.revision
                                      and not exists (select 1 from outbox o
                                        where o.aggregateid = b.id and o.published_at is null))
                                    found
                                  where a.id = found.id
                                    and (a.last_error is distinct from found.cause
                                      or a.refused < found.times)
                                  returning a.page_id)
                                update issue_file f set indexed_at = null
                                from page p join told on told.page_id = p.id
                                where f.id = p.file_id and f.state = 'stored'
                                """)) {
            Object[] ids = refused.keySet().toArray();
            Object[] causes = refused.values().stream().map(Refused::cause).toArray();
            Object[] times = refused.values().stream().map(Refused::times).toArray();
            update.setArray(1, connection.createArrayOf("text", ids));
            update.setArray(2, connection.createArrayOf("text", causes));
            update.setArray(3, connection.createArrayOf("int", times));
            update.executeUpdate();
        }
    }
}
