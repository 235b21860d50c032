package org.broadsheet.ingest.outbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Reads the whole topic of article events as it is at this moment, in no group and with no trace.
@ApplicationScoped
public class TopicScan {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(15);
    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, Object> kafka;
    private final OutboxConfig config;

    TopicScan(@Identifier("default-kafka-broker") Map<String, Object> kafka, OutboxConfig config) {
        this.kafka = kafka;
        this.config = config;
    }

    /// Takes one event after the other, in the order of each article's events.
    @FunctionalInterface
    public interface Reader {
        void read(String article, long revision) throws SQLException;
    }

    /// Reads every event that tells an article and a revision. Others are index-service's to judge.
    ///
    /// @throws IOException if the brokers are away
    public void read(Reader reader) throws IOException, SQLException {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "broadsheet-ingest-scan");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                Math.toIntExact(ANSWERS_WITHIN.toMillis()));
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(config.topic()).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> event : consumer.poll(POLL)) {
                    read(event, reader);
                }
            }
        } catch (KafkaException e) {
            throw new IOException("Kafka: " + e.getMessage(), e);
        }
    }

    private static void read(ConsumerRecord<byte[], byte[]> event, Reader reader)
            throws SQLException {
        if (event.key() != null && event.value() != null) {
            OptionalLong revision = revision(event.value());
            if (revision.isPresent()) {
                reader.read(new String(event.key(), StandardCharsets.UTF_8), revision.getAsLong());
            }
        }
    }

    private static OptionalLong revision(byte[] value) {
        try (JsonParser json = JSON.createParser(value)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return OptionalLong.empty();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken token = json.nextToken();
                if (field.equals("revision") && token == JsonToken.VALUE_NUMBER_INT) {
                    return OptionalLong.of(json.getLongValue());
                }
                json.skipChildren();
            }
        } catch (IOException e) {
            // No event of ours.
        }
        return OptionalLong.empty();
    }
}
