package org.broadsheet.index.event;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Asks the brokers for the article topic.
@Readiness
@Singleton
class KafkaReadiness implements HealthCheck {
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final ArticleTopics topics;

    KafkaReadiness(ArticleTopics topics) {
        this.topics = topics;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("kafka");
        try {
            if (topics.articleTopicId(DEADLINE).isPresent()) {
                return response.up().build();
            }
            return response.down().withData("reason", topics.missing()).build();
        } catch (KafkaException e) {
            return response.down().withData("reason", "no broker answers").build();
        }
    }
}
