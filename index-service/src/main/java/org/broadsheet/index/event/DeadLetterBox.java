package org.broadsheet.index.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/// The dead letters that wait for a person. The topic is the truth and is read each time: letters
/// are few. A letter is known by its key and bytes, so one event that was buried twice is one
/// letter; a record that settles it takes it off the list, and the same event buried again later
/// puts it back.
@Singleton
public class DeadLetterBox {
    private static final String SETTLED = "dead-letter.settled";
    private static final String TRIED = "dead-letter.tried";
    private static final int ID_HEX_DIGITS = 16;

    private final Map<String, Object> brokers;
    private final EventsConfig config;
    private final DeadLetters deadLetters;

    public DeadLetterBox(
            @Identifier("default-kafka-broker") Map<String, Object> brokers,
            EventsConfig config,
            DeadLetters deadLetters) {
        this.brokers = Map.copyOf(brokers);
        this.config = config;
        this.deadLetters = deadLetters;
    }

    /// A letter as it lies on the topic.
    ///
    /// @param attempts to apply it that failed: burials, and replays that were refused
    /// @param event the original record, where it stood when it was buried
    public record Letter(
            String id,
            String cause,
            String reason,
            Instant buriedAt,
            int attempts,
            ConsumerRecord<byte[], byte[]> event) {

        public String key() {
            return event.key() == null ? "" : new String(event.key(), UTF_8);
        }

        private Letter triedAgain() {
            return new Letter(id, cause, reason, buriedAt, attempts + 1, event);
        }

        public Optional<String> text() {
            return Optional.ofNullable(event.value()).map(value -> new String(value, UTF_8));
        }
    }

    /// All letters that are not settled, oldest first.
    ///
    /// @throws KafkaException while the brokers are away
    public List<Letter> letters() {
        Map<String, Letter> open = new LinkedHashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions, config.callDeadline());
            while (ends.entrySet().stream()
                    .anyMatch(
                            end ->
                                    consumer.position(end.getKey(), config.callDeadline())
                                            < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofMillis(200))) {
                    fold(each, open);
                }
            }
        }
        return List.copyOf(open.values());
    }

    /// Records that the topic has had, letters and what settled them: while that stays the same, so
    /// do the letters.
    ///
    /// @throws KafkaException while the brokers are away
    public long records() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return consumer
                    .endOffsets(partitions(consumer), config.callDeadline())
                    .values()
                    .stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    public Optional<Letter> letter(String id) {
        return letters().stream().filter(letter -> letter.id().equals(id)).findFirst();
    }

    /// Takes letters off the list; what became of each is written to the topic.
    ///
    /// @throws KafkaException if the brokers have not acknowledged it
    public void settle(Map<Letter, String> outcomes) {
        note(SETTLED, outcomes);
    }

    /// Counts an attempt in vain; the letters stay on the list.
    ///
    /// @throws KafkaException if the brokers have not acknowledged it
    public void tried(Map<Letter, String> outcomes) {
        note(TRIED, outcomes);
    }

    private void note(String what, Map<Letter, String> outcomes) {
        List<ProducerRecord<byte[], byte[]>> notes = new ArrayList<>();
        outcomes.forEach(
                (letter, outcome) -> {
                    var headers = new RecordHeaders();
                    headers.add(what, letter.id().getBytes(UTF_8));
                    headers.add("dead-letter.outcome", outcome.getBytes(UTF_8));
                    notes.add(
                            new ProducerRecord<>(
                                    config.deadLetterTopic(),
                                    null,
                                    letter.event().key(),
                                    null,
                                    headers));
                });
        deadLetters.sendAll(notes);
    }

    private static void fold(ConsumerRecord<byte[], byte[]> each, Map<String, Letter> open) {
        Optional<String> settled = header(each, SETTLED);
        if (settled.isPresent()) {
            open.remove(settled.get());
            return;
        }
        Optional<String> tried = header(each, TRIED);
        if (tried.isPresent()) {
            open.computeIfPresent(tried.get(), (_, letter) -> letter.triedAgain());
            return;
        }
        String id = id(each.key(), each.value());
        Letter before = open.get(id);
        Letter letter =
                new Letter(
                        id,
                        header(each, "dead-letter.cause").orElse(""),
                        header(each, "dead-letter.reason").orElse(""),
                        Instant.ofEpochMilli(each.timestamp()),
                        before == null ? 1 : before.attempts() + 1,
                        original(each));
        open.put(letter.id(), letter);
    }

    private static ConsumerRecord<byte[], byte[]> original(ConsumerRecord<byte[], byte[]> each) {
        return new ConsumerRecord<>(
                header(each, "dead-letter.topic").orElse(""),
                Integer.parseInt(header(each, "dead-letter.partition").orElse("0")),
                Long.parseLong(header(each, "dead-letter.offset").orElse("0")),
                each.key(),
                each.value());
    }

    private static String id(byte @Nullable [] key, byte @Nullable [] value) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(key == null ? new byte[0] : key);
            digest.update((byte) (value == null ? 1 : 0));
            digest.update(value == null ? new byte[0] : value);
            return HexFormat.of().formatHex(digest.digest()).substring(0, ID_HEX_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Optional<String> header(ConsumerRecord<byte[], byte[]> each, String name) {
        Header header = each.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), UTF_8));
    }

    private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        List<PartitionInfo> found =
                consumer.partitionsFor(config.deadLetterTopic(), config.callDeadline());
        return found == null
                ? List.of()
                : found.stream().map(p -> new TopicPartition(p.topic(), p.partition())).toList();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(brokers);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "index-service-dead-letters");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                Math.toIntExact(config.callDeadline().toMillis()));
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
