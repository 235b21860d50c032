package org.broadsheet.index.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/// An event that cannot be applied, as it came, and why.
///
/// @param cause a word for counting and logs
/// @param reason the whole story for the person who opens it
/// @param revision of the article, where the event could be decoded
public record DeadLetter(
        ConsumerRecord<byte[], byte[]> event, String cause, String reason, OptionalLong revision) {
    private static final int KEY_LENGTH_MAX = 200;

    /// The id of the article, fit for a log line: a stranger's key may hold anything.
    String article() {
        String key = event.key() == null ? "none" : new String(event.key(), UTF_8);
        String printable = key.replaceAll("\\p{Cntrl}", "?");
        return printable.substring(0, Math.min(printable.length(), KEY_LENGTH_MAX));
    }

    /// Original key, value and headers, with headers of our own that say where it stood and what is
    /// wrong.
    ProducerRecord<byte[], byte[]> toTopic(String topic) {
        var headers = new RecordHeaders(event.headers());
        headers.add("dead-letter.cause", bytes(cause));
        headers.add("dead-letter.reason", bytes(reason));
        headers.add("dead-letter.topic", bytes(event.topic()));
        headers.add("dead-letter.partition", bytes(String.valueOf(event.partition())));
        headers.add("dead-letter.offset", bytes(String.valueOf(event.offset())));
        revision.ifPresent(
                value -> headers.add("dead-letter.revision", bytes(String.valueOf(value))));
        return new ProducerRecord<>(topic, null, event.key(), event.value(), headers);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
