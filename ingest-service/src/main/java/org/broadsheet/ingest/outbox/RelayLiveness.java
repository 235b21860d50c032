package org.broadsheet.ingest.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// Alive as long as the relay's thread runs, leading or not.
@Liveness
@ApplicationScoped
class RelayLiveness implements HealthCheck {
    private final OutboxLoop loop;

    RelayLiveness(OutboxLoop loop) {
        this.loop = loop;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("outbox relay").status(loop.isAlive()).build();
    }
}
