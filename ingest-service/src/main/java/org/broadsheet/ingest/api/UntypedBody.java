package org.broadsheet.ingest.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// A request that brings a file and does not say of what type is one with the file as its body.
/// Without this it would be taken for a form, which is looked for first.
@Singleton
class UntypedBody {
    private static final int EARLY = 100;

    void register(@Observes Filters filters) {
        filters.register(UntypedBody::addType, EARLY);
    }

    private static void addType(RoutingContext context) {
        boolean bringsFiles =
                context.request().method().equals(HttpMethod.POST)
                        && context.normalizedPath().equals("/api/files");
        if (bringsFiles && !context.request().headers().contains(HttpHeaders.CONTENT_TYPE)) {
            context.request().headers().set(HttpHeaders.CONTENT_TYPE, "application/octet-stream");
        }
        context.next();
    }
}
