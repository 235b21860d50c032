package org.broadsheet.query.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.broadsheet.query.wording.Language;
import org.broadsheet.query.wording.Message;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Says on a page why an upload is too large for the HTTP server, which by itself would break the
/// connection with a bare 413.
@Singleton
class UploadLimit {
    private static final String SETTING = "quarkus.http.limits.max-body-size";
    private static final int TOO_LARGE = 413;
    private static final long MEGABYTE = 1 << 20;

    /// Before the server's own look at the length.
    private static final int FIRST = 200;

    /// A browser reads no answer before it has sent everything, so it may; up to here.
    private static final long SENT_MAX = 1 << 30;

    private final long max;
    private final ErrorPages pages;

    UploadLimit(@ConfigProperty(name = SETTING) MemorySize max, ErrorPages pages) {
        this.max = max.asLongValue();
        this.pages = pages;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        long length = length(request);
        if (length <= max || path(request).startsWith("/api")) {
            context.next();
            return;
        }
        if (length > SENT_MAX) {
            answer(request);
            return;
        }
        // What comes is let go.
        request.handler(_ -> {}).endHandler(_ -> answer(request)).resume();
    }

    private void answer(HttpServerRequest request) {
        request.response()
                .setStatusCode(TOO_LARGE)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(page(request))
                .onComplete(_ -> request.connection().close());
    }

    private String page(HttpServerRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        Message detail =
                new Message(
                        "这一次上传超过 %d MB（%s）。请分几次上传，或打成一个 .zip。".formatted(max / MEGABYTE, SETTING),
                        "The upload has more than %d MB (%s). Send its files in parts, or as one .zip."
                                .formatted(max / MEGABYTE, SETTING));
        Language language = Language.of(request.getParam("lang"), accepted, Language.ZH);
        return pages.page(
                TOO_LARGE,
                null,
                detail.in(language),
                path(request),
                parameters(request.params()),
                accepted);
    }

    private static String path(HttpServerRequest request) {
        return Objects.requireNonNullElse(request.path(), "/");
    }

    private static Map<String, List<String>> parameters(MultiMap given) {
        return given.names().stream().collect(Collectors.toMap(name -> name, given::getAll));
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
