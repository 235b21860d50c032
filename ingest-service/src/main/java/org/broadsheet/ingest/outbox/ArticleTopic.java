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
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/// The topic of article events. Compacted: it always holds the last state of every article, so an
/// index can be rebuilt from it alone.
@ApplicationScoped
class ArticleTopic {
    /// A file that is one single article, at the largest size taken, fits with room for the JSON
    /// around its text. The broker's own default, 1 MiB, would stop the relay at such a file for
    /// ever.
    static final int RECORD_BYTES_MAX = 32 * 1024 * 1024;

    private static final int ANSWER_SECONDS_MAX = 20;

    private final Map<String, Object> kafka;
    private final OutboxConfig config;

    ArticleTopic(
            @Identifier("default-kafka-broker") Map<String, Object> kafka, OutboxConfig config) {
        this.kafka = kafka;
        this.config = config;
    }

    /// Makes the topic if it is not there.
    ///
    /// @throws ExecutionException if the broker refuses
    /// @throws TimeoutException if no broker answers
    void ensure() throws ExecutionException, TimeoutException, InterruptedException {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "broadsheet-ingest-topic");
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        try (Admin admin = Admin.create(settings)) {
            NewTopic topic =
                    new NewTopic(
                                    config.topic(),
                                    Optional.of(config.partitions()),
                                    Optional.of(config.replicationFactor()))
                            .configs(
                                    Map.of(
                                            "cleanup.policy",
                                            "compact",
                                            "max.message.bytes",
                                            String.valueOf(RECORD_BYTES_MAX)));
            admin.createTopics(List.of(topic)).all().get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
            Log.infof("topic made topic=%s partitions=%d", config.topic(), config.partitions());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
