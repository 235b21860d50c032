package org.broadsheet.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.http.HttpHost;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;

/// The real Kafka and Elasticsearch that the environment names, with topics and index names of one
/// test class: a stack that somebody uses is never touched.
final class TestStack implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int GENERATION = generation();

    private final String run;
    private final Map<String, Object> brokers =
            Map.of("bootstrap.servers", address("KAFKA_BOOTSTRAP_SERVERS"));
    private final RestClient elasticsearch =
            RestClient.builder(HttpHost.create(address("QUARKUS_ELASTICSEARCH_HOSTS"))).build();
    private final Admin admin = Admin.create(brokers);
    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(brokers, new ByteArraySerializer(), new ByteArraySerializer());

    TestStack() {
        this(UUID.randomUUID().toString().substring(0, 8));
    }

    /// The same names again, for the same run.
    TestStack(String run) {
        this.run = run;
    }

    String run() {
        return run;
    }

    static String address(String variable) {
        String address = System.getenv(variable);
        if (address == null || address.isBlank()) {
            throw new IllegalStateException(
                    variable
                            + " is not set: the integration tests need a real Kafka and a real"
                            + " Elasticsearch. Start both, or run deploy/test, which does.");
        }
        return address;
    }

    Map<String, Object> brokers() {
        return brokers;
    }

    RestClient elasticsearch() {
        return elasticsearch;
    }

    String topic() {
        return "it." + run + ".articles";
    }

    String deadLetterTopic() {
        return "it." + run + ".dead-letters";
    }

    String alias() {
        return "it-" + run + "-articles";
    }

    String index() {
        return alias() + "-" + GENERATION;
    }

    private static int generation() {
        try (InputStream contract =
                TestStack.class.getResourceAsStream("/contract/index/articles.index.json")) {
            return JSON.readTree(contract).at("/mappings/_meta/generation").asInt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> settings() {
        return Map.of(
                "events.topic",
                topic(),
                "events.dead-letter-topic",
                deadLetterTopic(),
                "events.group",
                "it-" + run,
                "events.poll-wait",
                "50ms",
                "indexer.prepare-every",
                "100ms",
                "indexer.index-check-every",
                "500ms",
                "indexer.backoff-max",
                "500ms",
                "index.alias",
                alias());
    }

    void createArticleTopic() {
        try {
            var topic = new NewTopic(topic(), Optional.of(3), Optional.empty());
            admin.createTopics(List.of(topic.configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void deleteArticleTopic() {
        try {
            admin.deleteTopics(List.of(topic())).all().get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Returns once the broker has the event.
    void publish(String key, String value) {
        try {
            producer.send(new ProducerRecord<>(topic(), key.getBytes(UTF_8), value.getBytes(UTF_8)))
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        var partition = List.of(new TopicPartition(deadLetterTopic(), 0));
        try (var consumer =
                new KafkaConsumer<>(
                        brokers, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            long end = consumer.endOffsets(partition).getOrDefault(partition.getFirst(), 0L);
            List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
            while (consumer.position(partition.getFirst()) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(letters::add);
            }
            return letters;
        }
    }

    /// The document with its metadata; `found` is false where there is none.
    JsonNode document(String id) {
        return get("/" + index() + "/_doc/" + id);
    }

    /// Ids that a search through the alias finds by the headline.
    List<String> found(String headline) {
        post("/" + index() + "/_refresh");
        return foundNow(headline);
    }

    /// The same, of what searches have been shown.
    List<String> foundNow(String headline) {
        return get("/" + alias() + "/_search?q=headline:" + headline).findValuesAsText("_id");
    }

    /// From now on the index shows searches nothing new unless it is told to.
    void neverRefresh() {
        put("/" + index() + "/_settings", "{\"index\":{\"refresh_interval\":-1}}");
    }

    /// How many articles a search finds by the headline.
    int foundThroughAlias(String headline) {
        post("/" + alias() + "/_refresh");
        return get("/" + alias() + "/_count?q=headline:" + headline).path("count").asInt();
    }

    JsonNode get(String path) {
        return perform(new Request("GET", path));
    }

    void post(String path) {
        perform(new Request("POST", path));
    }

    void delete(String path) {
        perform(new Request("DELETE", path));
    }

    void put(String path, String json) {
        Request request = new Request("PUT", path);
        request.setJsonEntity(json);
        perform(request);
    }

    private JsonNode perform(Request request) {
        try {
            return JSON.readTree(elasticsearch.performRequest(request).getEntity().getContent());
        } catch (ResponseException e) {
            int status = e.getResponse().getStatusLine().getStatusCode();
            // An index made a moment ago has its alias before its shard.
            if (status == 404 || status == 503) {
                return JSON.createObjectNode();
            }
            throw new UncheckedIOException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        get("/" + alias() + "-*").fieldNames().forEachRemaining(name -> delete("/" + name));
        admin.deleteTopics(List.of(topic(), deadLetterTopic()));
        admin.close();
        producer.close();
        elasticsearch.close();
    }
}
