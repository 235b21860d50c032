package org.broadsheet.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import org.broadsheet.ingest.drop.DropFolder;
import org.broadsheet.ingest.schema.Schema;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready when files dropped now would be taken now. PostgreSQL and Kafka have checks of their own
/// beside this one.
@Readiness
@ApplicationScoped
class DropReadiness implements HealthCheck {
    private final DropLoop loop;
    private final DropFolder dropFolder;
    private final Schema schema;

    DropReadiness(DropLoop loop, DropFolder dropFolder, Schema schema) {
        this.loop = loop;
        this.dropFolder = dropFolder;
        this.schema = schema;
    }

    @Override
    public HealthCheckResponse call() {
        String reason =
                !schema.isCurrent()
                        ? "the database schema is not there yet"
                        : loop.trouble().orElse("none");
        return HealthCheckResponse.named("drop folder")
                .status(reason.equals("none"))
                .withData("folder", dropFolder.folder().toString())
                .withData("trouble", reason)
                .build();
    }
}
