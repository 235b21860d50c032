package org.broadsheet.index.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.broadsheet.index.index.Elasticsearch.AwayException;
import org.broadsheet.index.index.Elasticsearch.Reply;
import org.jspecify.annotations.Nullable;

/// Every document of an index as of one moment, in the order of the bytes of their ids; memory does
/// not grow with their number.
public final class IndexScan implements Iterator<IndexScan.Entry>, AutoCloseable {
    private static final int PAGE_DOCUMENTS = 5_000;

    private final Elasticsearch elasticsearch;
    private final Duration deadline;
    private final Deque<Entry> page = new ArrayDeque<>();
    private String pointInTime;
    private @Nullable JsonNode last;
    private boolean exhausted;

    /// @param revision the document's version
    /// @param contentHash empty where it is withdrawn
    public record Entry(String id, long revision, String contentHash, boolean withdrawn) {}

    /// @throws AwayException if Elasticsearch does not answer, or there is no such index
    IndexScan(Elasticsearch elasticsearch, String index, Duration deadline) {
        this.elasticsearch = elasticsearch;
        this.deadline = deadline;
        // What was written a moment ago is to be seen too.
        checked(elasticsearch.send("POST", "/" + index + "/_refresh", new byte[0], deadline));
        Reply opened =
                elasticsearch.send(
                        "POST", "/" + index + "/_pit?keep_alive=2m", new byte[0], deadline);
        this.pointInTime = checked(opened).path("id").asText();
    }

    @Override
    public boolean hasNext() {
        if (page.isEmpty() && !exhausted) {
            fetch();
        }
        return !page.isEmpty();
    }

    @Override
    public Entry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.removeFirst();
    }

    private void fetch() {
        Map<String, Object> search = question(PAGE_DOCUMENTS);
        search.put("pit", Map.of("id", pointInTime, "keep_alive", "2m"));
        search.put("sort", List.of(Map.of("id", "asc")));
        JsonNode from = last;
        if (from != null) {
            search.put("search_after", from);
        }
        Reply reply = elasticsearch.send("POST", "/_search", DocumentWrite.json(search), deadline);
        List<Entry> found = entries(reply);
        JsonNode answer = reply.body();
        pointInTime = answer.path("pit_id").asText(pointInTime);
        if (!found.isEmpty()) {
            last = answer.at("/hits/hits").path(found.size() - 1).path("sort");
        }
        page.addAll(found);
        exhausted = found.size() < PAGE_DOCUMENTS;
    }

    /// A search for entries, as yet for all.
    static Map<String, Object> question(int size) {
        Map<String, Object> search = new LinkedHashMap<>();
        search.put("size", size);
        search.put("track_total_hits", false);
        search.put("version", true);
        search.put("_source", false);
        search.put("docvalue_fields", List.of("contentHash", "withdrawn"));
        return search;
    }

    /// The entries that such a search found.
    ///
    /// @throws AwayException if it failed, or not every shard answered
    static List<Entry> entries(Reply reply) {
        JsonNode answer = checked(reply);
        if (answer.at("/_shards/failed").asInt() > 0 || answer.path("timed_out").asBoolean()) {
            throw new AwayException("a shard did not answer");
        }
        List<Entry> found = new ArrayList<>();
        for (JsonNode hit : answer.at("/hits/hits")) {
            JsonNode fields = hit.path("fields");
            found.add(
                    new Entry(
                            hit.path("_id").asText(),
                            hit.path("_version").asLong(),
                            fields.at("/contentHash/0").asText(),
                            fields.at("/withdrawn/0").asBoolean()));
        }
        return found;
    }

    private static JsonNode checked(Reply reply) {
        if (!reply.isSuccess()) {
            throw new AwayException(reply.cause());
        }
        return reply.body();
    }

    @Override
    public void close() {
        try {
            elasticsearch.send(
                    "DELETE", "/_pit", DocumentWrite.json(Map.of("id", pointInTime)), deadline);
        } catch (AwayException e) {
            // It ends by itself after its keep-alive.
        }
    }
}
