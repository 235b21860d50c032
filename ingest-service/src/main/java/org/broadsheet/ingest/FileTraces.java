package org.broadsheet.ingest;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.broadsheet.ingest.drop.RawFile;
import org.broadsheet.ingest.trace.Tracing;
import org.jboss.logging.MDC;

/// The trace of each file, and what the log lines written meanwhile carry about it (their MDC). An
/// event written to the outbox carries the trace on, so that it goes through the topic into the
/// index. Where no OTLP endpoint is set, spans are nothing and only the log lines are left.
@ApplicationScoped
class FileTraces {
    private static final ContextKey<FileTrace> CURRENT = ContextKey.named("broadsheet file");

    private final Tracer tracer;

    FileTraces(Tracing tracing) {
        this.tracer = tracing.tracer();
    }

    /// Begins to work on what may turn out to be a file; to be closed on the same thread.
    FileTrace begin() {
        return new FileTrace(tracer.spanBuilder("file").setNoParent().startSpan());
    }

    /// Tells which file it is. Without this word nothing is traced.
    static void isOf(RawFile raw) {
        FileTrace current = Context.current().get(CURRENT);
        if (current != null) {
            current.isOf(raw);
        }
    }

    /// One step of the work; to be closed on the same thread.
    Step step(String name) {
        return new Step(tracer.spanBuilder(name).startSpan());
    }

    /// Articles that the next log line is about.
    ///
    /// @param ids only these, never a text
    static Noted articles(List<String> ids) {
        return new Noted("articles", String.join(" ", ids));
    }

    /// The whole work on one file.
    static final class FileTrace implements AutoCloseable {
        private final Span span;
        private final Scope scope;
        private boolean isOfAFile;

        @SuppressWarnings("MustBeClosedChecker") // closed with this
        private FileTrace(Span span) {
            this.span = span;
            this.scope = Context.current().with(CURRENT, this).with(span).makeCurrent();
        }

        private void isOf(RawFile raw) {
            isOfAFile = true;
            span.setAttribute("broadsheet.file.name", raw.printableName());
            span.setAttribute("broadsheet.file.sha256", raw.sha256());
            span.setAttribute("broadsheet.file.bytes", raw.size());
            MDC.put("file", raw.printableName());
            MDC.put("sha256", raw.sha256());
            if (span.getSpanContext().isValid()) {
                MDC.put("traceId", span.getSpanContext().getTraceId());
                MDC.put("spanId", span.getSpanContext().getSpanId());
            }
        }

        @Override
        public void close() {
            scope.close();
            List.of("file", "sha256", "traceId", "spanId").forEach(MDC::remove);
            if (isOfAFile) {
                span.end();
            }
        }
    }

    static final class Step implements AutoCloseable {
        private final Span span;
        private final Scope scope;

        @SuppressWarnings("MustBeClosedChecker") // closed with this
        private Step(Span span) {
            this.span = span;
            this.scope = span.makeCurrent();
        }

        @Override
        public void close() {
            scope.close();
            span.end();
        }
    }

    static final class Noted implements AutoCloseable {
        private final String key;

        private Noted(String key, String value) {
            this.key = key;
            MDC.put(key, value);
        }

        @Override
        public void close() {
            MDC.remove(key);
        }
    }
}
