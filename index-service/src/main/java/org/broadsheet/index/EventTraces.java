package org.broadsheet.index;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Goes on with the trace that an event brings in its header `traceparent` (W3C Trace Context).
/// What became of an event is told when it is settled, with the times that belong to it: nothing is
/// kept open meanwhile, and an event without a trace costs a look at its headers.
@Singleton
class EventTraces {
    private static final String HEADER = "traceparent";
    private static final TextMapGetter<String> ONE_VALUE =
            new TextMapGetter<>() {
                @Override
                public Iterable<String> keys(String carrier) {
                    return List.of(HEADER);
                }

                @Override
                public @Nullable String get(@Nullable String carrier, String key) {
                    return key.equals(HEADER) ? carrier : null;
                }
            };

    private final Tracer tracer;

    /// Where tracing is off nothing is made at all; a disabled SDK would go on to make spans.
    @Inject
    EventTraces(Tracer tracer, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean isOff) {
        this(isOff ? OpenTelemetry.noop().getTracer("off") : tracer);
    }

    EventTraces(Tracer tracer) {
        this.tracer = tracer;
    }

    /// The index has taken the document, or had a newer one.
    ///
    /// @param outcome applied or stale
    void settled(Batch.Entry entry, Round round, String outcome) {
        Optional<Span> process = process(entry);
        if (process.isEmpty()) {
            return;
        }
        tracer.spanBuilder("bulk index")
                .setParent(Context.root().with(process.get()))
                .setSpanKind(SpanKind.CLIENT)
                .setStartTimestamp(round.began())
                .setAttribute("db.system.name", "elasticsearch")
                .setAttribute("db.operation.name", "bulk")
                .setAttribute("db.operation.batch.size", (long) round.entries().size())
                .startSpan()
                .end(round.ended());
        process.get().setAttribute("broadsheet.outcome", outcome);
        process.get().setAttribute("broadsheet.attempts", entry.attempts() + 1L);
        process.get().end();
    }

    /// The event lies with the dead letters.
    void buried(Batch.Entry entry, String cause) {
        process(entry)
                .ifPresent(
                        span -> {
                            span.setAttribute("broadsheet.outcome", "dead");
                            span.setStatus(StatusCode.ERROR, cause);
                            span.end();
                        });
    }

    /// Begun when the event was taken; empty if it brings no trace.
    private Optional<Span> process(Batch.Entry entry) {
        ConsumerRecord<byte[], byte[]> event = entry.event();
        Header header = event.headers().lastHeader(HEADER);
        if (header == null) {
            return Optional.empty();
        }
        String traceparent = new String(header.value(), StandardCharsets.UTF_8);
        Instant taken = entry.takenAt();
        return Optional.of(
                tracer.spanBuilder("process " + event.topic())
                        .setParent(
                                W3CTraceContextPropagator.getInstance()
                                        .extract(Context.root(), traceparent, ONE_VALUE))
                        .setSpanKind(SpanKind.CONSUMER)
                        .setStartTimestamp(taken)
                        .setAttribute("messaging.system", "kafka")
                        .setAttribute("messaging.destination.name", event.topic())
                        .setAttribute(
                                "messaging.destination.partition.id",
                                Integer.toString(event.partition()))
                        .setAttribute("messaging.kafka.offset", event.offset())
                        .setAttribute(
                                "broadsheet.article.id",
                                event.key() == null
                                        ? ""
                                        : new String(event.key(), StandardCharsets.UTF_8))
                        .startSpan());
    }
}
