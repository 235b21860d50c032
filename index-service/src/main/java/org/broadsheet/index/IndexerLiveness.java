package org.broadsheet.index;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// Alive through every outage; not alive once the indexer's thread has ended by a fault, because
/// then only a restart helps.
@Liveness
@Singleton
class IndexerLiveness implements HealthCheck {
    private final IndexerCondition condition;

    IndexerLiveness(IndexerCondition condition) {
        this.condition = condition;
    }

    @Override
    public HealthCheckResponse call() {
        boolean died = condition.state() instanceof IndexerState.Died;
        return HealthCheckResponse.named("indexer").status(!died).build();
    }
}
