package org.broadsheet.ingest.outbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
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
import org.broadsheet.ingest.trace.Tracing;

/// Sends outbox rows to the topic and says when every replica that counts has them.
@ApplicationScoped
class ArticleProducer {
    private static final StringSerializer TEXT = new StringSerializer();

    private final OutboxConfig config;
    private final Producer<String, String> producer;
    private final Tracer tracer;

    @Inject
    ArticleProducer(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            OutboxConfig config,
            Tracing tracing) {
        this(config, new KafkaProducer<>(settings(kafka, config), TEXT, TEXT), tracing.tracer());
    }

    ArticleProducer(OutboxConfig config, Producer<String, String> producer, Tracer tracer) {
        this.config = config;
        this.producer = producer;
        this.tracer = tracer;
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

    /// Hands rows to the producer, in order; what became of them says [Sending#await()].
    Sending send(List<OutboxRow> rows) {
        Sending sending = new Sending();
        try {
            for (OutboxRow row : rows) {
                Span span = span(row);
                sending.spans.add(span);
                sending.answers.add(producer.send(record(row, span)));
            }
        } catch (KafkaException | IllegalStateException e) {
            sending.refusal = Optional.of(e);
        }
        return sending;
    }

    /// Rows on their way to the topic.
    final class Sending {
        private final List<Future<RecordMetadata>> answers = new ArrayList<>();
        private final List<Span> spans = new ArrayList<>();
        private Optional<Exception> refusal = Optional.empty();

        /// Waits for the acknowledgements. Rows behind a failure count as unsent even where the
        /// broker has them: sent again, they make the last record of a key the newest.
        Sent await() throws InterruptedException {
            int count = 0;
            try {
                producer.flush();
                for (Future<RecordMetadata> answer : answers) {
                    answer.get();
                    spans.get(count).end();
                    count++;
                }
                return new Sent(count, refusal);
            } catch (ExecutionException | KafkaException e) {
                return new Sent(count, Optional.of(e));
            } finally {
                spans.stream()
                        .skip(count)
                        .forEach(unsent -> unsent.setStatus(StatusCode.ERROR).end());
            }
        }
    }

    /// From sending to acknowledgement, in the trace of the row's file; nothing for a row without
    /// one.
    private Span span(OutboxRow row) {
        if (row.traceparent() == null) {
            return Span.getInvalid();
        }
        return tracer.spanBuilder("publish " + config.topic())
                .setParent(Traceparent.context(row.traceparent()))
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", config.topic())
                .setAttribute("broadsheet.article.id", row.key())
                .startSpan();
    }

    /// The record carries the span on; so it does what the row says where this service does not
    /// trace.
    private ProducerRecord<String, String> record(OutboxRow row, Span span) {
        ProducerRecord<String, String> record =
                new ProducerRecord<>(config.topic(), row.key(), row.payload());
        String traceparent = Traceparent.of(span);
        if (traceparent != null) {
            record.headers().add(Traceparent.HEADER, traceparent.getBytes(StandardCharsets.UTF_8));
        }
        return record;
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
