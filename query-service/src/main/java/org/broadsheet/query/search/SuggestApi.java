package org.broadsheet.query.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.broadsheet.query.wording.Message;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Completion over HTTP.
@Path("/api/suggest")
@Tag(name = "search")
class SuggestApi {
    private static final int LENGTH_MAX = 50;

    private final Completion completion;

    SuggestApi(Completion completion) {
        this.completion = completion;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            operationId = "suggest",
            summary = "What a query that is being typed may become",
            description =
                    "Columns, authors, persons, places, organisations and headlines that begin with"
                            + " what was typed: in characters, in pinyin, or in its initials.")
    @APIResponse(
            responseCode = "200",
            description = "Names first, then headlines.",
            content = @Content(schema = @Schema(implementation = Suggestions.class)))
    @APIResponse(ref = "BadRequest", responseCode = "400")
    @APIResponse(ref = "Unavailable", responseCode = "503")
    @APIResponse(ref = "TimedOut", responseCode = "504")
    public Response suggest(
            @QueryParam("q")
                    @Parameter(
                            description = "What has been typed, up to 50 characters.",
                            required = true,
                            example = "djlm",
                            schema = @Schema(type = SchemaType.STRING, maxLength = LENGTH_MAX))
                    @Nullable String q) {
        String typed =
                ParameterValue.text("q", q, LENGTH_MAX)
                        .orElseThrow(
                                () ->
                                        new InvalidParameter(
                                                "q",
                                                new Message(
                                                        "请给出 1 到 %d 个字。".formatted(LENGTH_MAX),
                                                        "Give 1 to %d characters."
                                                                .formatted(LENGTH_MAX))));
        return Response.ok(completion.of(typed))
                .header(HttpHeaders.CACHE_CONTROL, "max-age=60")
                .build();
    }
}
