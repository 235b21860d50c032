package org.broadsheet.index.event;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Makes the Kafka clients. Values stay bytes: decoding is this service's own, so that a bad value
/// is data and not a failure inside a client.
@Singleton
public class Kafka {
    private static final int FETCH_BYTES_MAX = 16 * 1024 * 1024;

    private final Map<String, Object> brokers;
    private final EventsConfig config;

    public Kafka(
            @Identifier("default-kafka-broker") Map<String, Object> brokers, EventsConfig config) {
        this.brokers = Map.copyOf(brokers);
        this.config = config;
    }

    /// A consumer of its own group for each generation of the index.
    public Consumer<byte[], byte[]> consumer(int generation) {
        Map<String, Object> settings = new HashMap<>(brokers);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.group() + "-" + generation);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "index-service");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batchEventsMax());
        // What a fetch may bring at most, before it is taken: the rest of the memory's share.
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES_MAX);
        // A replica that joins or leaves stops only the partitions that move.
        settings.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    Producer<byte[], byte[]> producer() {
        long deadlineMillis = config.deadLetterDeadline().toMillis();
        Map<String, Object> settings = new HashMap<>(brokers);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "index-service-dead-letters");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        long bytesMax = config.deadLetterBytesMax().asLongValue();
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Math.toIntExact(bytesMax));
        // A record larger than the buffer is not even tried.
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, bytesMax);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, config.callDeadline().toMillis());
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(deadlineMillis / 2));
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Math.toIntExact(deadlineMillis));
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
