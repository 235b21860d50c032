package org.broadsheet.ingest.outbox;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Publishes articles again as they now are, from the archive: for a topic that was lost, or an
/// index that lacks some. Repeating is harmless: whoever has a revision already leaves it.
@ApplicationScoped
public class Republication {
    private static final int CHUNK_ROWS = 1_000;

    private final DataSource dataSource;

    Republication(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// Which articles, withdrawn ones included; what is empty does not narrow.
    public record Selection(
            Optional<String> file, Optional<String> page, Optional<String> article) {
        public static final Selection EVERYTHING =
                new Selection(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Adds an event for each selected article to the outbox, in transactions of bounded size.
    ///
    /// @return how many
    public long republish(Selection selection) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return republish(connection, selection);
        }
    }

    /// Fills a topic that is not the one that was filled before.
    ///
    /// @param topicId Kafka's own id of the topic as it is now
    /// @return how many articles were published again
    long fillIfNew(Connection connection, String topic, String topicId) throws SQLException {
        Optional<String> filled = filled(connection, topic);
        if (filled.equals(Optional.of(topicId))) {
            return 0;
        }
        long count = 0;
        if (filled.isPresent()) {
            count = republish(connection, Selection.EVERYTHING);
            Log.warnf("topic is a new one, filled again topic=%s articles=%d", topic, count);
        }
        try (PreparedStatement upsert =
                connection.prepareStatement(
                        """
                        insert into filled_topic (name, topic_id) values (?, ?)
                        on conflict (name) do update set topic_id = excluded.topic_id
                        """)) {
            upsert.setString(1, topic);
            upsert.setString(2, topicId);
            upsert.executeUpdate();
        }
        return count;
    }

    private static Optional<String> filled(Connection connection, String topic)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select topic_id from filled_topic where name = ?")) {
            select.setString(1, topic);
            ResultSet row = select.executeQuery();
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /// The same in the caller's transaction, all articles.
    public static long republishEverything(Connection connection) throws SQLException {
        return republish(connection, Selection.EVERYTHING);
    }

    private static long republish(Connection connection, Selection selection) throws SQLException {
        long count = 0;
        String last = "";
        while (true) {
            Chunk chunk = republishAfter(connection, last, selection);
            if (chunk.last() == null) {
                return count;
            }
            count += chunk.count();
            last = chunk.last();
        }
    }

    private record Chunk(long count, @Nullable String last) {}

    /// One statement, one transaction. The row locks wait for a page that is being stored, so that
    /// its older revision never gets behind the newer one in the outbox.
    private static Chunk republishAfter(Connection connection, String last, Selection selection)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        """
                        with chosen as (
                            select a.id, a.revision, a.withdrawn, a.content, f.received_at
                            from article a
                            join page p on p.id = a.page_id
                            join issue_file f on f.id = p.file_id
                            where a.id > ?
                              and p.file_name = coalesce(?, p.file_name)
                              and p.id = coalesce(?, p.id)
                              and a.id = coalesce(?, a.id)
                            order by a.id limit ?
                            for share of a
                        ), events as (
                            select id, revision, withdrawn, content, received_at,
                                gen_random_uuid() event_id,
                                to_char(received_at at time zone 'UTC',
                                    'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') occurred
                            from chosen order by id
                        ), added as (
                            insert into outbox
                                (aggregatetype, aggregateid, type, payload, occurred_at)
                            select 'article', id,
                                case when withdrawn then 'ArticleWithdrawn'
                                    else 'ArticleStored' end,
                                case when withdrawn then json_build_object(
                                    'type', 'ArticleWithdrawn', 'eventId', event_id,
                                    'occurredAt', occurred, 'revision', revision, 'articleId', id)
                                else json_build_object(
                                    'type', 'ArticleStored', 'eventId', event_id,
                                    'occurredAt', occurred, 'revision', revision,
                                    'article', content) end::text,
                                received_at
                            from events order by id
                        )
                        select count(*), max(id) from chosen
                        """)) {
            insert.setString(1, last);
            insert.setString(2, selection.file().orElse(null));
            insert.setString(3, selection.page().orElse(null));
            insert.setString(4, selection.article().orElse(null));
            insert.setInt(5, CHUNK_ROWS);
            ResultSet row = insert.executeQuery();
            row.next();
            return new Chunk(row.getLong(1), row.getString(2));
        }
    }
}
