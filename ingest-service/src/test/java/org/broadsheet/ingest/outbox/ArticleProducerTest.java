package org.broadsheet.ingest.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class ArticleProducerTest {
    private static final List<OutboxRow> ROWS =
            IntStream.range(0, 5)
                    .mapToObj(i -> new OutboxRow(i, "article-" + i, "{}", null))
                    .toList();

    @Test
    void allAcknowledged() throws InterruptedException {
        ArticleProducer.Sent sent = send(Set.of());

        assertThat(sent.acknowledged()).isEqualTo(5);
        assertThat(sent.failure()).isEmpty();
    }

    @Test
    void rowsBehindAFailureCountAsUnsentEvenIfTheBrokerHasThem() throws InterruptedException {
        ArticleProducer.Sent sent = send(Set.of(2));

        assertThat(sent.acknowledged()).isEqualTo(2);
        assertThat(sent.failure())
                .get()
                .extracting(Throwable::getCause)
                .isInstanceOf(TimeoutException.class);
    }

    @Test
    void failureOfTheFirstRowLeavesNothing() throws InterruptedException {
        assertThat(send(Set.of(0)).acknowledged()).isZero();
    }

    static OutboxConfig config() {
        return config(Map.of());
    }

    static OutboxConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withDefaultValues(settings)
                .withMapping(OutboxConfig.class)
                .build()
                .getConfigMapping(OutboxConfig.class);
    }

    private static ArticleProducer.Sent send(Set<Integer> failing) throws InterruptedException {
        return new ArticleProducer(
                        config(),
                        new FailingProducer(failing),
                        OpenTelemetry.noop().getTracer("test"))
                .send(ROWS)
                .await();
    }
}
