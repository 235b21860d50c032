package org.broadsheet.query.export;

import io.quarkus.logging.Log;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.broadsheet.query.article.ArticleDocument;
import org.broadsheet.query.search.ArticleSearch;
import org.broadsheet.query.search.EveryHit;
import org.broadsheet.query.search.HitParameters;
import org.broadsheet.query.search.ParameterValue;
import org.broadsheet.query.search.SearchLimits;
import org.broadsheet.query.search.SearchQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Every hit of a search as a file, streamed. When the index fails on the way the connection is
/// broken off, so that a short file is never taken for a whole one.
@Path("/api/export")
@Tag(name = "export")
class ExportApi {
    private static final int BUFFER = 32_768;

    private final ArticleSearch articles;
    private final SearchLimits limits;
    private final ExportConfig config;
    private final ExportPlaces places;

    ExportApi(ArticleSearch articles, SearchLimits limits, ExportConfig config) {
        this.articles = articles;
        this.limits = limits;
        this.config = config;
        this.places = new ExportPlaces(config.atOnceMax());
    }

    @GET
    @RunOnVirtualThread
    @Operation(
            operationId = "export",
            summary = "Every hit of a search as a file",
            description =
                    "Each printing of a text for itself. csv begins with a byte order mark and"
                            + " gives an apostrophe to what a spreadsheet would take for a formula;"
                            + " zip holds a text file for each article. When the index fails on the"
                            + " way the connection is broken off.")
    @APIResponse(
            responseCode = "200",
            description = "All hits.",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = "application/x-ndjson",
                        schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = "application/x-bibtex",
                        schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = "application/x-research-info-systems",
                        schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = "application/zip",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(ref = "BadRequest", responseCode = "400")
    @APIResponse(ref = "TooMany", responseCode = "429")
    @APIResponse(ref = "Unavailable", responseCode = "503")
    @APIResponse(ref = "TimedOut", responseCode = "504")
    public Response export(
            @BeanParam HitParameters parameters,
            @Context HttpServerRequest request,
            @QueryParam("format")
                    @Parameter(
                            description = "Form of the file.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"csv", "ndjson", "bibtex", "ris", "zip"},
                                            defaultValue = "csv"))
                    @Nullable String format) {
        ExportFormat form =
                ParameterValue.oneOf("format", format, ExportFormat.values(), ExportFormat::word)
                        .orElse(ExportFormat.CSV);
        SearchQuery search = parameters.everyHit(limits, parameters.order(), config.slice());
        ExportPlaces.Place place = places.take();
        try {
            EveryHit hits = articles.every(search);
            StreamingOutput stream = out -> stream(hits, place, form, out, request.response());
            Response.ResponseBuilder answer = Response.ok();
            if (request.method().equals(HttpMethod.HEAD)) {
                end(hits, place);
            } else {
                answer.entity(stream);
            }
            return answer.header(HttpHeaders.CONTENT_TYPE, form.mediaType())
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"broadsheet." + form.extension() + "\"")
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        } catch (RuntimeException failed) {
            place.close();
            throw failed;
        }
    }

    private void stream(
            EveryHit hits,
            ExportPlaces.Place place,
            ExportFormat form,
            OutputStream out,
            HttpServerResponse connection)
            throws IOException {
        Instant end = Instant.now().plus(config.deadline());
        try (place;
                hits;
                BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
                ArticleWriter writer = form.writer(buffered)) {
            try {
                long count = write(hits, writer, end, connection);
                place.giveBack();
                Log.infof(
                        "export ended format=%s articles=%d left=%s",
                        form.word(), count, Duration.between(Instant.now(), end));
            } catch (IOException | RuntimeException failed) {
                // Before anything is closed: that would end the file as if it were whole.
                connection.reset();
                Log.warnf("export broken off format=%s: %s", form.word(), failed);
                throw failed;
            }
        }
    }

    /// Nobody reads what stands behind the headers of a HEAD request.
    private static void end(EveryHit hits, ExportPlaces.Place place) {
        hits.close();
        place.close();
    }

    private long write(
            EveryHit hits, ArticleWriter writer, Instant end, HttpServerResponse connection)
            throws IOException {
        long count = 0;
        while (hits.hasNext()) {
            List<ArticleDocument> slice = hits.next();
            for (ArticleDocument article : slice) {
                writer.write(article);
            }
            count += slice.size();
            // Quarkus lets what is written to a reader who has gone fall, and says nothing.
            if (connection.closed()) {
                throw new IOException("the reader has gone");
            }
            if (Instant.now().isAfter(end)) {
                throw new IOException("export.deadline " + config.deadline() + " is over");
            }
        }
        return count;
    }
}
