package org.broadsheet.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// The example files of both contracts, and events made from them.
public final class Examples {
    public static final String STORED = "article-stored";
    public static final String MINIMAL = "article-stored-minimal";
    public static final String WITHDRAWN = "article-withdrawn";

    private Examples() {}

    static EventTraces noTraces() {
        return new EventTraces(OpenTelemetry.noop().getTracer("test"));
    }

    public static String event(String name) {
        return file("contract/ingest/examples/" + name + ".json");
    }

    public static String document(String name) {
        return file("contract/index/examples/" + name + ".json");
    }

    /// A stored article that differs from the minimal example in id, revision and headline.
    public static String stored(String id, long revision, String headline) {
        return event(MINIMAL)
                .replace("page-without-a-date-01", id)
                .replace("\"revision\":1", "\"revision\":" + revision)
                .replace(
                        "\"position\":1", "\"position\":1,\"headline\":\"%s\"".formatted(headline));
    }

    public static String withdrawn(String id, long revision) {
        return event(WITHDRAWN)
                .replace("courier-1954-03-02-p01-03", id)
                .replace("\"revision\":3", "\"revision\":" + revision);
    }

    public static ConsumerRecord<byte[], byte[]> record(int partition, long offset, String value) {
        return new ConsumerRecord<>(
                "articles", partition, offset, "key".getBytes(UTF_8), value.getBytes(UTF_8));
    }

    public static String file(String path) {
        try (InputStream file = Examples.class.getClassLoader().getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException("not on the test class path: " + path);
            }
            return new String(file.readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
