package org.broadsheet.index;

import jakarta.inject.Singleton;
import org.broadsheet.index.IndexerState.Degraded;
import org.broadsheet.index.IndexerState.Died;
import org.broadsheet.index.IndexerState.Indexing;
import org.broadsheet.index.IndexerState.Paused;
import org.broadsheet.index.IndexerState.Preparing;
import org.broadsheet.index.IndexerState.Stopped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready while events flow; otherwise says what the indexer waits for.
@Readiness
@Singleton
class IndexerReadiness implements HealthCheck {
    private final IndexerCondition condition;

    IndexerReadiness(IndexerCondition condition) {
        this.condition = condition;
    }

    @Override
    public HealthCheckResponse call() {
        return switch (condition.state()) {
            case Indexing _ -> HealthCheckResponse.named("indexer").up().build();
            case Preparing(String reason) -> down("preparing", reason);
            case Degraded(String reason) -> down("degraded", reason);
            case Paused _ -> down("paused", "paused by an operator: POST /api/indexer/resume");
            case Died(String reason) -> down("died", reason);
            case Stopped _ -> down("stopped", "the service is stopping");
        };
    }

    private static HealthCheckResponse down(String state, String reason) {
        return HealthCheckResponse.named("indexer")
                .down()
                .withData("state", state)
                .withData("reason", reason)
                .build();
    }
}
