package org.broadsheet.benchmark.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.broadsheet.benchmark.data.ArticleEventStream;
import org.broadsheet.benchmark.data.ArticleEventStream.Event;
import org.broadsheet.benchmark.data.RelaidPages;

/// An archive of relaid pages: their events on a topic of its own, which an index-service as
/// shipped brings into an index of its own. Both are gone when it is closed.
public final class Archive implements AutoCloseable {
    private final Stack stack;
    private final String run;
    private final ArticleEventStream events;
    private final Topics topics;
    private final RunningService indexer;
    private long articles;
    private long pages;

    public Archive(Stack stack, RelaidPages pages) {
        this.stack = stack;
        this.run = "bench-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        this.events = new ArticleEventStream(pages);
        this.topics = new Topics(stack);
        makeTopic(topic(), true);
        this.indexer =
                RunningService.start(
                        stack,
                        "index-service",
                        Map.of(
                                "EVENTS_TOPIC",
                                topic(),
                                "EVENTS_DEAD_LETTER_TOPIC",
                                topic() + ".dead",
                                "EVENTS_GROUP",
                                run,
                                "INDEX_ALIAS",
                                alias(),
                                // Else it would notice a new index only after ten seconds.
                                "INDEXER_INDEX_CHECK_EVERY",
                                "1s"));
    }

    public Stack stack() {
        return stack;
    }

    /// Name under which searches find the articles.
    public String alias() {
        return run + "-articles";
    }

    public String topic() {
        return run + ".articles";
    }

    /// How many articles it holds.
    public long articles() {
        return articles;
    }

    /// How many pages they stand on.
    public long pages() {
        return pages;
    }

    /// A query-service before this archive, as shipped but for the limit of requests of one
    /// address.
    ///
    /// @param elasticsearch host and port: of the server, or of a recorder before it
    public RunningService newQueryService(String elasticsearch) {
        return RunningService.start(
                stack,
                "query-service",
                Map.of(
                        "QUARKUS_ELASTICSEARCH_HOSTS",
                        elasticsearch,
                        "SEARCH_ALIAS",
                        alias(),
                        "API_RATE_PER_SECOND",
                        "0"));
    }

    /// Publishes further pages until there are this many articles, and waits until they are found
    /// and the index has come to rest.
    public void growTo(long wanted) {
        long before = settled();
        awaitSettled(before + publish(wanted));
        rest();
    }

    private long publish(long wanted) {
        long before = articles;
        long pagesBefore = events.pages();
        try (TopicWriter writer = new TopicWriter(stack, topic())) {
            while (articles < wanted) {
                for (Event event : events.nextPage()) {
                    writer.write(event.key(), event.value(), List.of());
                    articles++;
                }
            }
            writer.flush();
        }
        pages += events.pages() - pagesBefore;
        return articles - before;
    }

    /// A copy to its topic of what ingest-service publishes from now on: to be taken over.
    public TopicCopy copyOf(WholeLine line) {
        return new TopicCopy(stack, line.topic(), topic());
    }

    /// Takes over what was published since the last time, instead of pages of its own.
    ///
    /// @param furtherPages whose events these are
    /// @return seconds from when copying begins until index-service has applied all
    public double take(TopicCopy copy, long furtherPages) {
        long before = settled();
        long started = System.nanoTime();
        long copied = copy.more();
        awaitSettled(before + copied);
        double seconds = (System.nanoTime() - started) / 1e9;
        articles += copied;
        pages += furtherPages;
        return seconds;
    }

    /// How many events index-service has brought into the index, or found there, since it was
    /// started.
    ///
    /// @throws IllegalStateException if it could not make use of one
    private long settled() {
        JsonNode status = Web.json(indexer.address() + "/api/status");
        if (status.path("dead").asLong() > 0) {
            throw new IllegalStateException("events are with the dead letters: " + status);
        }
        return status.path("applied").asLong() + status.path("stale").asLong();
    }

    private long awaitSettled(long wanted) {
        return Looks.until(wanted, this::settled);
    }

    /// Fills a new, empty index from the whole topic and lets searches change over to it, as
    /// `deploy/reindex` does.
    ///
    /// @return documents a second, from the first that were seen to be applied to the last
    public double refill() {
        long before = settled();
        String generations = indexer.address() + "/api/generations";
        Web.json("POST", generations, "");
        long first = awaitSettled(before + 1);
        long started = System.nanoTime();
        awaitSettled(before + articles);
        double seconds = (System.nanoTime() - started) / 1e9;
        while (Web.json(generations).path("changingOver").asBoolean(true)) {
            Web.pause(Duration.ofMillis(200));
        }
        Web.json("DELETE", generations + "/unused", "");
        return (before + articles - first) / seconds;
    }

    /// Bytes of the index on disk.
    public long bytes() {
        return Web.json(stack.search("/" + alias() + "/_stats/store"))
                .at("/_all/primaries/store/size_in_bytes")
                .asLong();
    }

    /// Waits until what was written can be found and no segments are being merged.
    public void rest() {
        Web.json("POST", stack.search("/" + alias() + "/_refresh"), "");
        while (merges() > 0) {
            Web.pause(Duration.ofMillis(500));
        }
    }

    private long merges() {
        JsonNode stats = Web.json(stack.search("/" + alias() + "/_stats/merge"));
        return stats.at("/_all/total/merges/current").asLong();
    }

    /// Makes a topic that goes with the archive.
    public void makeTopic(String name, boolean compacted) {
        topics.make(name, compacted);
    }

    @Override
    public void close() {
        indexer.close();
        Web.json(stack.search("/" + alias() + "-*?expand_wildcards=all"))
                .fieldNames()
                .forEachRemaining(index -> Web.json("DELETE", stack.search("/" + index), ""));
        topics.close();
    }
}
