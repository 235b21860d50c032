package org.broadsheet.index.event;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/// Writes dead letters to their topic. When `send` returns, the brokers have all of them.
@Singleton
public class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final Supplier<Producer<byte[], byte[]>> producers;
    private final EventsConfig config;
    private @Nullable Producer<byte[], byte[]> producer;

    @Inject
    public DeadLetters(Kafka kafka, EventsConfig config) {
        this(kafka::producer, config);
    }

    public DeadLetters(Supplier<Producer<byte[], byte[]>> producers, EventsConfig config) {
        this.producers = producers;
        this.config = config;
    }

    /// @throws KafkaException if the brokers have not acknowledged all of them in time; some may be
    ///   on the topic then, and come again
    public void send(List<DeadLetter> letters) {
        sendAll(letters.stream().map(l -> l.toTopic(config.deadLetterTopic())).toList());
        for (DeadLetter letter : letters) {
            String article = letter.article();
            MDC.put("article", article);
            LOG.warnf(
                    "dead letter article=%s topic=%s partition=%d offset=%d cause=%s",
                    article,
                    letter.event().topic(),
                    letter.event().partition(),
                    letter.event().offset(),
                    letter.cause());
            MDC.remove("article");
        }
    }

    /// Records of ours for the dead-letter topic, letters or notes on them.
    void sendAll(List<ProducerRecord<byte[], byte[]>> records) {
        Producer<byte[], byte[]> open = producer();
        List<Future<RecordMetadata>> sent = records.stream().map(open::send).toList();
        sent.forEach(this::acknowledged);
    }

    private void acknowledged(Future<RecordMetadata> sent) {
        try {
            sent.get(config.deadLetterDeadline().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("dead letter not acknowledged", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private synchronized Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> open = producer;
        if (open == null) {
            open = producers.get();
            producer = open;
        }
        return open;
    }

    @PreDestroy
    public synchronized void close() {
        Producer<byte[], byte[]> open = producer;
        if (open != null) {
            open.close(Duration.ofSeconds(1));
            producer = null;
        }
    }
}
