package org.broadsheet.ingest.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Gives the tracer. Where tracing is off it makes nothing at all; that of a disabled SDK would go
/// on to give out ids, which would be carried about for nobody.
@ApplicationScoped
public class Tracing {
    private final Tracer tracer;

    Tracing(Tracer tracer, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean isOff) {
        this.tracer = isOff ? OpenTelemetry.noop().getTracer("off") : tracer;
    }

    public Tracer tracer() {
        return tracer;
    }
}
