package org.broadsheet.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// Alive as long as the thread that scans the drop folder runs. An outage of a server leaves it
/// alive: a restart would not help.
@Liveness
@ApplicationScoped
class LoopLiveness implements HealthCheck {
    private final DropLoop loop;

    LoopLiveness(DropLoop loop) {
        this.loop = loop;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("drop scan").status(loop.isAlive()).build();
    }
}
