package org.broadsheet.ingest.outbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

/// Sends outbox rows to the topic and waits until every replica that counts has them.
@ApplicationScoped
class ArticleProducer {
    private static final StringSerializer TEXT = new StringSerializer();

    private final OutboxConfig config;
    private final Producer<String, String> producer;

    @Inject
    ArticleProducer(
            @Identifier("default-kafka-broker") Map<String, Object> kafka, OutboxConfig config) {
        this(config, new KafkaProducer<>(settings(kafka, config), TEXT, TEXT));
    }

    ArticleProducer(OutboxConfig config, Producer<String, String> producer) {
        this.config = config;
        this.producer = producer;
    }

    private static Map<String, Object> settings(Map<String, Object> kafka, OutboxConfig config) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "broadsheet-ingest-relay");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        int timeoutMillis = Math.toIntExact(config.deliveryTimeout().toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeoutMillis);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMillis / 2);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) timeoutMillis);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, ArticleTopic.RECORD_BYTES_MAX);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * ArticleTopic.RECORD_BYTES_MAX);
        return settings;
    }

    /// What became of a batch.
    ///
    /// @param acknowledged how many rows from the front the broker has for sure
    /// @param failure of the row behind these, empty if all were acknowledged
    record Sent(int acknowledged, Optional<Exception> failure) {}

    /// Sends rows in order and waits for their acknowledgements. Rows behind a failure count as
    /// unsent even where the broker has them: sent again, they make the last record of a key the
    /// newest.
    Sent send(List<OutboxRow> rows) throws InterruptedException {
        List<Future<RecordMetadata>> answers = new ArrayList<>();
        int count = 0;
        try {
            for (OutboxRow row : rows) {
                answers.add(
                        producer.send(
                                new ProducerRecord<>(config.topic(), row.key(), row.payload())));
            }
            producer.flush();
            for (Future<RecordMetadata> answer : answers) {
                answer.get();
                count++;
            }
            return new Sent(count, Optional.empty());
        } catch (ExecutionException | KafkaException e) {
            return new Sent(count, Optional.of(e));
        }
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
