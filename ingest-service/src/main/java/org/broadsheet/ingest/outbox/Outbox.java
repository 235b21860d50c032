package org.broadsheet.ingest.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.ingest.event.ArticleEvent;
import org.broadsheet.ingest.event.ArticleEvents;

/// The table of events on their way to the topic. Rows are claimed by status, never by *id greater
/// than the last*: a transaction that commits late leaves a smaller id behind.
@ApplicationScoped
public class Outbox {
    /// Adds events in the caller's transaction, and in the trace of the file that is worked on.
    public void append(Connection connection, List<? extends ArticleEvent> events)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        """
                        insert into outbox
                            (aggregatetype, aggregateid, type, payload, occurred_at, traceparent)
                        values ('article', ?, ?, ?, ?, ?)
                        """)) {
            String traceparent = Traceparent.ofCurrentSpan();
            for (ArticleEvent event : events) {
                insert.setString(1, event.articleId());
                insert.setString(2, event.type());
                insert.setString(3, ArticleEvents.json(event));
                insert.setTimestamp(4, Timestamp.from(event.occurredAt()));
                insert.setString(5, traceparent);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /// The oldest unpublished rows in the order they were added.
    ///
    /// @param travelling rows that are on their way already and are left out
    List<OutboxRow> unpublished(Connection connection, List<OutboxRow> travelling, int limit)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        """
                        select id, aggregateid, payload, traceparent from outbox
                        where published_at is null and id <> all (?) order by id limit ?
                        """)) {
            select.setArray(1, ids(connection, travelling));
            select.setInt(2, limit);
            ResultSet rows = select.executeQuery();
            List<OutboxRow> found = new ArrayList<>();
            while (rows.next()) {
                found.add(
                        new OutboxRow(
                                rows.getLong(1),
                                rows.getString(2),
                                rows.getString(3),
                                rows.getString(4)));
            }
            return found;
        }
    }

    void markPublished(Connection connection, List<OutboxRow> rows) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "update outbox set published_at = now() where id = any (?)")) {
            update.setArray(1, ids(connection, rows));
            update.executeUpdate();
        }
    }

    private static Array ids(Connection connection, List<OutboxRow> rows) throws SQLException {
        return connection.createArrayOf("bigint", rows.stream().map(OutboxRow::id).toArray());
    }

    /// Notes one more attempt in vain with the articles that these rows speak of. An article that
    /// somebody is writing is left out: it gets another revision, whose attempts begin anew.
    void noteUnsent(Connection connection, List<OutboxRow> rows, String error) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        """
                        with free as (
                          select id from article where id = any (?) for update skip locked)
                        update article a set unsent = a.unsent + 1, last_error = ?
                        from free where a.id = free.id
                        """)) {
            Object[] articles = rows.stream().map(OutboxRow::key).toArray();
            update.setArray(1, connection.createArrayOf("text", articles));
            update.setString(2, error);
            update.executeUpdate();
        }
    }

    /// Removes rows published longer ago than `keep`.
    int removePublished(Connection connection, Duration keep) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement(
                        "delete from outbox where published_at < now() - make_interval(secs =>"
                                + " ?)")) {
            delete.setDouble(1, keep.toMillis() / 1000.0);
            return delete.executeUpdate();
        }
    }
}
