package org.broadsheet.index.event;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/// Asks the brokers for the two topics. The article topic is awaited, because its shape is
/// ingest-service's to choose; the dead-letter topic is made here.
@Singleton
public class ArticleTopics {
    private static final int REPLICAS_MAX = 3;

    private final Map<String, Object> brokers;
    private final EventsConfig config;
    private @Nullable Admin admin;

    public ArticleTopics(
            @Identifier("default-kafka-broker") Map<String, Object> brokers, EventsConfig config) {
        this.brokers = Map.copyOf(brokers);
        this.config = config;
    }

    /// Makes the dead-letter topic if it is absent.
    ///
    /// @return Kafka's own id of the article topic, empty while there is none
    /// @throws KafkaException while the brokers are away
    public Optional<String> ensure() {
        if (id(config.deadLetterTopic(), config.callDeadline()).isEmpty()) {
            createDeadLetterTopic();
        }
        return articleTopicId();
    }

    /// Kafka's own id of the article topic: another one means another topic under its name.
    ///
    /// @throws KafkaException while the brokers are away
    public Optional<String> articleTopicId() {
        return articleTopicId(config.callDeadline());
    }

    /// What to say while there is none.
    public String missing() {
        return "topic " + config.topic() + " does not exist yet";
    }

    Optional<String> articleTopicId(Duration deadline) {
        return id(config.topic(), deadline);
    }

    /// How far the replicas that serve a generation have come.
    ///
    /// @param mark of the index and the topic that count
    /// @throws KafkaException while the brokers are away, or the topic is not there
    public GroupProgress progress(int generation, String mark) {
        Duration deadline = config.callDeadline();
        var description =
                answer(admin().describeTopics(List.of(config.topic())).allTopicNames(), deadline);
        List<TopicPartition> partitions =
                description.values().stream()
                        .flatMap(
                                topic ->
                                        topic.partitions().stream()
                                                .map(
                                                        p ->
                                                                new TopicPartition(
                                                                        topic.name(),
                                                                        p.partition())))
                        .toList();
        String group = config.group() + "-" + generation;
        return GroupProgress.of(
                partitions,
                answer(
                        admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(),
                        deadline),
                answer(
                        admin().listOffsets(
                                        GroupProgress.forEach(partitions, OffsetSpec.earliest()))
                                .all(),
                        deadline),
                answer(
                        admin().listOffsets(GroupProgress.forEach(partitions, OffsetSpec.latest()))
                                .all(),
                        deadline),
                mark);
    }

    private Optional<String> id(String topic, Duration deadline) {
        int deadlineMillis = Math.toIntExact(deadline.toMillis());
        var options = new DescribeTopicsOptions().timeoutMs(deadlineMillis);
        try {
            var found = admin().describeTopics(List.of(topic), options).allTopicNames();
            return Optional.ofNullable(answer(found, deadline).get(topic))
                    .map(description -> description.topicId().toString());
        } catch (UnknownTopicOrPartitionException e) {
            return Optional.empty();
        }
    }

    private void createDeadLetterTopic() {
        int deadlineMillis = Math.toIntExact(config.callDeadline().toMillis());
        var describe = new DescribeClusterOptions().timeoutMs(deadlineMillis);
        int brokers =
                answer(admin().describeCluster(describe).nodes(), config.callDeadline()).size();
        int replicas = Math.clamp(brokers, 1, REPLICAS_MAX);
        NewTopic topic =
                new NewTopic(config.deadLetterTopic(), 1, (short) replicas)
                        .configs(deadLetterLayout(replicas));
        var options = new CreateTopicsOptions().timeoutMs(deadlineMillis);
        try {
            answer(admin().createTopics(List.of(topic), options).all(), config.callDeadline());
        } catch (TopicExistsException e) {
            // Another replica was faster.
        }
    }

    /// How the dead-letter topic is laid out, and why. One partition: letters are few, and one
    /// order is easier to read.
    private Map<String, String> deadLetterLayout(int replicas) {
        return Map.of(
                // Not compacted: values may be null, and an article may have several letters.
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                // Kept without limit of time or size: each one waits for a person.
                TopicConfig.RETENTION_MS_CONFIG,
                "-1",
                TopicConfig.RETENTION_BYTES_CONFIG,
                "-1",
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                String.valueOf(config.deadLetterBytesMax().asLongValue()),
                // The offset of the article topic moves on the strength of this acknowledgement.
                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                replicas >= REPLICAS_MAX ? "2" : "1",
                TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG,
                "false");
    }

    static <T> T answer(Future<T> question, Duration deadline) {
        try {
            return question.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known
                    ? known
                    : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("no answer within " + deadline, e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /// Made on first use: it refuses to be built while the brokers' names do not resolve.
    private synchronized Admin admin() {
        Admin made = admin;
        if (made == null) {
            Map<String, Object> settings = new HashMap<>(brokers);
            settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "index-service-admin");
            made = Admin.create(settings);
            admin = made;
        }
        return made;
    }

    @PreDestroy
    public synchronized void close() {
        Admin made = admin;
        if (made != null) {
            made.close(Duration.ofSeconds(1));
            admin = null;
        }
    }
}
