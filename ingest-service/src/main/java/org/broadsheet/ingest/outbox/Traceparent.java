package org.broadsheet.ingest.outbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A place in a trace as a text, in the form of W3C Trace Context: how it is kept in a row of the
/// outbox and carried in the header of a record.
final class Traceparent {
    static final String HEADER = "traceparent";
    private static final W3CTraceContextPropagator FORM = W3CTraceContextPropagator.getInstance();
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

    private Traceparent() {}

    /// Null where nothing is traced now.
    static @Nullable String ofCurrentSpan() {
        return of(Span.current());
    }

    /// Null for a span that is none.
    static @Nullable String of(Span span) {
        SpanContext context = span.getSpanContext();
        if (!context.isValid()) {
            return null;
        }
        Map<String, String> fields = new HashMap<>();
        FORM.inject(
                Context.root().with(span), fields, (_, field, value) -> fields.put(field, value));
        return fields.get(HEADER);
    }

    /// The place that a text tells; the root where it tells none.
    static Context context(String traceparent) {
        return FORM.extract(Context.root(), traceparent, ONE_VALUE);
    }
}
