package org.broadsheet.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// Alive as long as the threads run that scan the drop folder and take waiting files. An outage of
/// a server leaves it alive: a restart would not help.
@Liveness
@ApplicationScoped
class LoopLiveness implements HealthCheck {
    private final DropLoop dropLoop;
    private final WaitingLoop waitingLoop;

    LoopLiveness(DropLoop dropLoop, WaitingLoop waitingLoop) {
        this.dropLoop = dropLoop;
        this.waitingLoop = waitingLoop;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("intake")
                .status(dropLoop.isAlive() && waitingLoop.isAlive())
                .build();
    }
}
