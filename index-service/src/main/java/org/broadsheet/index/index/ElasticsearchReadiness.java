package org.broadsheet.index.index;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.broadsheet.index.index.Elasticsearch.AwayException;
import org.broadsheet.index.index.Elasticsearch.Reply;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Asks the cluster for its health; red means that some index cannot be read or written.
@Readiness
@Singleton
class ElasticsearchReadiness implements HealthCheck {
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final Elasticsearch elasticsearch;

    ElasticsearchReadiness(Elasticsearch elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("elasticsearch");
        try {
            Reply reply = elasticsearch.get("/_cluster/health", DEADLINE);
            String colour = reply.body().path("status").asText();
            if (reply.isSuccess() && !colour.equals("red")) {
                return response.up().build();
            }
            String reason = reply.isSuccess() ? "cluster is red" : reply.cause();
            return response.down().withData("reason", reason).build();
        } catch (AwayException e) {
            return response.down().withData("reason", String.valueOf(e.getMessage())).build();
        }
    }
}
