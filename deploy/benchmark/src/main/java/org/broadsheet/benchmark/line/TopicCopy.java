package org.broadsheet.benchmark.line;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Copies to one topic what is published on another, beginning behind what lies there already: much
/// faster than index-service reads, which therefore has a full topic before it all the time.
public final class TopicCopy implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final List<TopicPartition> partitions;
    private final KafkaConsumer<String, String> consumer;
    private final TopicWriter writer;

    TopicCopy(Stack stack, String from, String to) {
        this.consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", stack.kafka(), "enable.auto.commit", false),
                        new StringDeserializer(),
                        new StringDeserializer());
        this.writer = new TopicWriter(stack, to);
        this.partitions =
                consumer.partitionsFor(from).stream()
                        .map(info -> new TopicPartition(from, info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Else it would look for the end only when it is asked for more.
        partitions.forEach(consumer::position);
    }

    /// Copies all that was published since the last time.
    ///
    /// @return how many events, all of them acknowledged
    long more() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        long copied = 0;
        while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
            for (ConsumerRecord<String, String> event : consumer.poll(POLL)) {
                writer.write(event.key(), event.value(), event.headers());
                copied++;
            }
        }
        writer.flush();
        return copied;
    }

    @Override
    public void close() {
        try (writer) {
            consumer.close();
        }
    }
}
