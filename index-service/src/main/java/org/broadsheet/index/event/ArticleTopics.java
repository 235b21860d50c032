package org.broadsheet.index.event;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/// Asks the brokers for the two topics. The article topic is awaited, because its shape is
/// ingest-service's to choose; the dead-letter topic is made here.
@Singleton
public class ArticleTopics {
    private final Map<String, Object> brokers;
    private final EventsConfig config;
    private @Nullable Admin admin;

    public ArticleTopics(
            @Identifier("default-kafka-broker") Map<String, Object> brokers, EventsConfig config) {
        this.brokers = Map.copyOf(brokers);
        this.config = config;
    }

    /// Makes the dead-letter topic if it is absent and says what is still missing, if anything.
    ///
    /// @throws KafkaException while the brokers are away
    public Optional<String> ensure() {
        Set<String> existing = names(config.callDeadline());
        if (!existing.contains(config.deadLetterTopic())) {
            createDeadLetterTopic();
        }
        return missing(existing);
    }

    /// Says what is missing without making anything.
    ///
    /// @throws KafkaException while the brokers are away
    Optional<String> missing(Duration deadline) {
        return missing(names(deadline));
    }

    private Optional<String> missing(Set<String> existing) {
        return existing.contains(config.topic())
                ? Optional.empty()
                : Optional.of("topic " + config.topic() + " does not exist yet");
    }

    private Set<String> names(Duration deadline) {
        int deadlineMillis = Math.toIntExact(deadline.toMillis());
        var options = new ListTopicsOptions().timeoutMs(deadlineMillis);
        return answer(admin().listTopics(options).names(), deadline);
    }

    private void createDeadLetterTopic() {
        // Kept without limit: each one waits for a person. Not compacted: values may be null.
        NewTopic topic =
                new NewTopic(config.deadLetterTopic(), Optional.of(1), Optional.empty())
                        .configs(
                                Map.of(
                                        TopicConfig.RETENTION_MS_CONFIG,
                                        "-1",
                                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                        String.valueOf(config.deadLetterBytesMax().asLongValue())));
        int deadlineMillis = Math.toIntExact(config.callDeadline().toMillis());
        var options = new CreateTopicsOptions().timeoutMs(deadlineMillis);
        try {
            answer(admin().createTopics(List.of(topic), options).all(), config.callDeadline());
        } catch (TopicExistsException e) {
            // Another replica was faster.
        }
    }

    private static <T> T answer(Future<T> question, Duration deadline) {
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
