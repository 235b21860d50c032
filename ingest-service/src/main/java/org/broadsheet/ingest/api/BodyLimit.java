package org.broadsheet.ingest.api;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Says why a request is too large for the HTTP server. The server itself would answer with a bare
/// 413. One that does not tell its length is cut off when it has passed the limit of an upload.
@Singleton
class BodyLimit {
    private static final String SETTING = "quarkus.http.limits.max-body-size";

    /// Before the server's own look at the length.
    private static final int FIRST = 200;

    private final long max;

    BodyLimit(@ConfigProperty(name = SETTING) MemorySize max) {
        this.max = max.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext context) {
        long length = length(context.request());
        if (length <= max) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                // What the client is still sending would be taken for its next request.
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(
                        Json.encode(
                                Problem.members(
                                        413,
                                        "Too large",
                                        "The request has %d bytes, more than %d (%s). Send its files in parts."
                                                .formatted(length, max, SETTING))))
                .onComplete(_ -> context.request().connection().close());
    }

    /// As the request tells it, else -1. A length that is no number is the server's to refuse.
    private static long length(HttpServerRequest request) {
        try {
            String told = request.getHeader(HttpHeaders.CONTENT_LENGTH);
            return told == null ? -1 : Long.parseLong(told);
        } catch (NumberFormatException _) {
            return -1;
        }
    }
}
