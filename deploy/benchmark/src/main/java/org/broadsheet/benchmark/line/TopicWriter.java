package org.broadsheet.benchmark.line;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// Writes the events of a whole archive to a topic.
final class TopicWriter implements AutoCloseable {
    private final String topic;
    private final KafkaProducer<String, String> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    TopicWriter(Stack stack, String topic) {
        this.topic = topic;
        this.producer =
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
                        new StringSerializer());
    }

    void write(String key, String value, Iterable<Header> headers) {
        var _ =
                producer.send(
                        new ProducerRecord<>(topic, null, key, value, headers),
                        (_, failed) -> failure.compareAndSet(null, failed));
    }

    /// Waits until all is acknowledged.
    ///
    /// @throws IllegalStateException if something was not
    void flush() {
        producer.flush();
        Exception failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("topic " + topic, failed);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
