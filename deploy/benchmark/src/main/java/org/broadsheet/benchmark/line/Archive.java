package org.broadsheet.benchmark.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.broadsheet.benchmark.data.ArticleEventStream;
import org.broadsheet.benchmark.data.ArticleEventStream.Event;
import org.broadsheet.benchmark.data.RelaidPages;

/// An archive of relaid pages: their events on a topic of its own, which an index-service as
/// shipped brings into an index of its own. Both are gone when it is closed.
public final class Archive implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    /// A look costs index-service and Elasticsearch a question each, so while much is left looks
    /// are rarer.
    private static final Duration LOOK_AT_LEAST_EVERY = Duration.ofSeconds(2);

    private static final Duration FILLED_WITHIN = Duration.ofHours(2);

    private final Stack stack;
    private final String run;
    private final ArticleEventStream events;
    private final Topics topics;
    private final RunningService indexer;
    private long articles;

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
        return events.pages();
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
        long before = applied();
        awaitApplied(before + publish(wanted));
        rest();
    }

    private long publish(long wanted) {
        long before = articles;
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                stack.kafka(),
                                "compression.type",
                                "lz4",
                                "linger.ms",
                                20,
                                "acks",
                                "all"),
                        new StringSerializer(),
                        new StringSerializer())) {
            while (articles < wanted) {
                for (Event event : events.nextPage()) {
                    var _ =
                            producer.send(
                                    new ProducerRecord<>(topic(), event.key(), event.value()),
                                    (_, failed) -> {
                                        if (failed != null) {
                                            throw new IllegalStateException(failed);
                                        }
                                    });
                    articles++;
                }
            }
        }
        return articles - before;
    }

    /// How many articles index-service has applied since it was started.
    private long applied() {
        return Web.json(indexer.address() + "/api/status").path("applied").asLong();
    }

    /// Waits until that many have been applied; gives the count then.
    private long awaitApplied(long wanted) {
        long started = System.nanoTime();
        long end = started + FILLED_WITHIN.toNanos();
        long before = applied();
        long applied = before;
        while (applied < wanted) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(applied + " applied, not " + wanted);
            }
            Web.pause(untilLook(started, applied - before, wanted - applied));
            applied = applied();
        }
        return applied;
    }

    /// A fifth of the time that what is left will take if it goes on as before.
    private static Duration untilLook(long started, long done, long left) {
        if (done == 0) {
            return LOOK_EVERY;
        }
        long nanos = (long) ((double) (System.nanoTime() - started) / done * left / 5);
        return Duration.ofNanos(
                Math.clamp(nanos, LOOK_EVERY.toNanos(), LOOK_AT_LEAST_EVERY.toNanos()));
    }

    /// Fills a new, empty index from the whole topic and lets searches change over to it, as
    /// `deploy/reindex` does.
    ///
    /// @return documents a second, from the first that were seen to be applied to the last
    public double refill() {
        long before = applied();
        String generations = indexer.address() + "/api/generations";
        Web.json("POST", generations, "");
        long first = awaitApplied(before + 1);
        long started = System.nanoTime();
        awaitApplied(before + articles);
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
