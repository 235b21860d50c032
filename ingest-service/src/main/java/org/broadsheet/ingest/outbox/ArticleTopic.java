package org.broadsheet.ingest.outbox;

import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// The topic of article events. Compacted: it always holds the last state of every article, so an
/// index can be rebuilt from it alone.
@ApplicationScoped
class ArticleTopic {
    /// A file that is one single article, at the largest size taken, fits with room for the JSON
    /// around its text. The broker's own default, 1 MiB, would stop the relay at such a file for
    /// ever.
    static final int RECORD_BYTES_MAX = 32 * 1024 * 1024;

    private static final int ANSWER_SECONDS_MAX = 20;
    private static final int REPLICAS_MAX = 3;

    private final Map<String, Object> kafka;
    private final OutboxConfig config;

    ArticleTopic(
            @Identifier("default-kafka-broker") Map<String, Object> kafka, OutboxConfig config) {
        this.kafka = kafka;
        this.config = config;
    }

    /// Makes the topic if it is not there.
    ///
    /// @return Kafka's own id of the topic: another one means that it was deleted and made anew
    /// @throws ExecutionException if the broker refuses
    /// @throws TimeoutException if no broker answers
    String ensure() throws ExecutionException, TimeoutException, InterruptedException {
        try (Admin admin = admin()) {
            Optional<String> id = id(admin);
            if (id.isPresent()) {
                return id.get();
            }
            create(admin);
            return id(admin)
                    .orElseThrow(() -> new TimeoutException("topic made, not yet to be seen"));
        }
    }

    private Admin admin() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "broadsheet-ingest-topic");
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        return Admin.create(settings);
    }

    private Optional<String> id(Admin admin)
            throws ExecutionException, TimeoutException, InterruptedException {
        try {
            var description = admin.describeTopics(List.of(config.topic())).allTopicNames();
            return Optional.ofNullable(answer(description).get(config.topic()))
                    .map(topic -> topic.topicId().toString());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void create(Admin admin)
            throws ExecutionException, TimeoutException, InterruptedException {
        int brokers = answer(admin.describeCluster().nodes()).size();
        short replicas =
                config.replicationFactor().orElse((short) Math.clamp(brokers, 1, REPLICAS_MAX));
        NewTopic topic =
                new NewTopic(config.topic(), config.partitions(), replicas)
                        .configs(layout(replicas));
        try {
            answer(admin.createTopics(List.of(topic)).all());
            Log.infof(
                    "topic made topic=%s partitions=%d replicas=%d",
                    config.topic(), config.partitions(), replicas);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /// How the topic is laid out, and why.
    static Map<String, String> layout(int replicas) {
        Map<String, String> layout = new HashMap<>();
        // The last state of each article stays for ever, older ones go: an index is rebuilt from
        // the topic alone, and the topic grows with the archive, not with its history.
        layout.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        // A superseded revision is gone after a day and the next roll of its segment, however
        // quiet the topic is. A purge of withdrawn articles counts on that.
        layout.put(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, hours(24));
        // The segment that is written to is never compacted. The default of 1 GB would hold a
        // whole small archive, with all its history.
        layout.put(TopicConfig.SEGMENT_BYTES_CONFIG, String.valueOf(128 * 1024 * 1024));
        layout.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(RECORD_BYTES_MAX));
        // As the producer sends them (lz4): the broker need not unpack and pack again.
        layout.put(TopicConfig.COMPRESSION_TYPE_CONFIG, "producer");
        // With three copies a write counts when two have it, so one broker may be away and no
        // acknowledged event is lost with another. With fewer copies a higher value would only
        // stop the writing.
        layout.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, replicas >= 3 ? "2" : "1");
        layout.put(TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false");
        return layout;
    }

    /// Says once, at the start of the relay, when somebody else has made the topic in a way that
    /// will not do.
    void warnOfOtherLayout() throws ExecutionException, TimeoutException, InterruptedException {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, config.topic());
        try (Admin admin = admin()) {
            Config found = answer(admin.describeConfigs(List.of(topic)).all()).get(topic);
            ConfigEntry policy =
                    found == null ? null : found.get(TopicConfig.CLEANUP_POLICY_CONFIG);
            if (policy != null && !TopicConfig.CLEANUP_POLICY_COMPACT.equals(policy.value())) {
                Log.warnf(
                        "topic is not compacted, it will forget articles topic=%s policy=%s",
                        config.topic(), policy.value());
            }
        }
    }

    private static <T> T answer(KafkaFuture<T> question)
            throws ExecutionException, TimeoutException, InterruptedException {
        return question.get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
    }

    private static String hours(int hours) {
        return String.valueOf(TimeUnit.HOURS.toMillis(hours));
    }
}
