package org.broadsheet.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Handler;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.jspecify.annotations.Nullable;

/// Makes the console speak JSON where `log.format` says so: one object a line, the field names
/// those of the Elastic Common Schema, what is known of the work in hand under `labels`. What is
/// logged before the service begins its work stays text.
@Singleton
class JsonLog {
    private final LogConfig config;
    private final String service;

    JsonLog(LogConfig config, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.config = config;
        this.service = service;
    }

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        if (config.format() == LogConfig.Format.JSON) {
            for (Handler handler : LogContext.getLogContext().getLogger("").getHandlers()) {
                speakJson(handler);
            }
        }
    }

    private void speakJson(Handler handler) {
        if (handler instanceof ConsoleHandler) {
            handler.setFormatter(new EcsFormatter(service));
        }
        if (handler instanceof ExtHandler outer) {
            for (Handler inner : outer.getHandlers()) {
                speakJson(inner);
            }
        }
    }

    static final class EcsFormatter extends ExtFormatter {
        private static final JsonFactory JSON = new JsonFactory();
        private final String service;

        EcsFormatter(String service) {
            this.service = service;
        }

        @Override
        public String format(ExtLogRecord line) {
            StringWriter text = new StringWriter();
            try (JsonGenerator json = JSON.createGenerator(text)) {
                write(line, json);
            } catch (IOException e) {
                throw new UncheckedIOException("a text takes everything", e);
            }
            return text.append('\n').toString();
        }

        private void write(ExtLogRecord line, JsonGenerator json) throws IOException {
            Map<String, String> labels = new TreeMap<>(line.getMdcCopy());
            json.writeStartObject();
            json.writeStringField("@timestamp", line.getInstant().toString());
            json.writeStringField("log.level", line.getLevel().getName());
            json.writeStringField("log.logger", line.getLoggerName());
            json.writeStringField("process.thread.name", line.getThreadName());
            json.writeStringField("service.name", service);
            json.writeStringField("message", formatMessage(line));
            writeIfKnown(json, "trace.id", labels.remove("traceId"));
            writeIfKnown(json, "span.id", labels.remove("spanId"));
            labels.keySet().removeAll(Set.of("parentId", "sampled"));
            if (!labels.isEmpty()) {
                json.writeObjectFieldStart("labels");
                for (Map.Entry<String, String> label : labels.entrySet()) {
                    json.writeStringField(label.getKey(), label.getValue());
                }
                json.writeEndObject();
            }
            if (line.getThrown() != null) {
                StringWriter stack = new StringWriter();
                line.getThrown().printStackTrace(new PrintWriter(stack));
                json.writeStringField("error.stack_trace", stack.toString());
            }
            json.writeEndObject();
        }

        private static void writeIfKnown(JsonGenerator json, String field, @Nullable String value)
                throws IOException {
            if (value != null) {
                json.writeStringField(field, value);
            }
        }
    }
}
