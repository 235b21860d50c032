package org.broadsheet.query.issue;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Leafing through the newspapers over HTTP.
@Path("/api/issues")
@Tag(name = "issues")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class IssueApi {
    private final Issues issues;

    IssueApi(Issues issues) {
        this.issues = issues;
    }

    @GET
    @Operation(operationId = "newspapers", summary = "Every newspaper of the archive")
    @APIResponse(
            responseCode = "200",
            description = "The one with most articles first.",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = Newspaper.class)))
    @APIResponse(ref = "Unavailable", responseCode = "503")
    @APIResponse(ref = "TimedOut", responseCode = "504")
    public Response newspapers() {
        return answer(issues.newspapers());
    }

    @GET
    @Path("/{newspaper}")
    @Operation(
            operationId = "calendar",
            summary = "A year of a newspaper: its issues and the gaps between them")
    @APIResponse(
            responseCode = "200",
            description = "The year.",
            content = @Content(schema = @Schema(implementation = Calendar.class)))
    @APIResponse(ref = "BadRequest", responseCode = "400")
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "Unavailable", responseCode = "503")
    @APIResponse(ref = "TimedOut", responseCode = "504")
    public Response calendar(
            @RestPath
                    @Parameter(
                            description = "Name or code of the newspaper; - for the unknown one.",
                            example = "courier")
                    String newspaper,
            @QueryParam("year")
                    @Parameter(
                            description = "Else the last that has issues.",
                            example = "1954",
                            schema = @Schema(type = SchemaType.INTEGER))
                    @Nullable String year) {
        return answer(
                issues.calendar(newspaper, IssueParameters.year(year))
                        .orElseThrow(UnknownIssue::new));
    }

    @GET
    @Path("/{newspaper}/{date}")
    @Operation(operationId = "issue", summary = "The contents of an issue, page by page")
    @APIResponse(
            responseCode = "200",
            description = "The contents.",
            content = @Content(schema = @Schema(implementation = Contents.class)))
    @APIResponse(ref = "BadRequest", responseCode = "400")
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "Unavailable", responseCode = "503")
    @APIResponse(ref = "TimedOut", responseCode = "504")
    public Response issue(
            @RestPath @Parameter(description = "Name or code.", example = "courier")
                    String newspaper,
            @RestPath
                    @Parameter(
                            description = "Its day.",
                            example = "1954-03-02",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    String date) {
        return answer(
                issues.contents(newspaper, IssueParameters.day(date), null)
                        .orElseThrow(UnknownIssue::new));
    }

    @GET
    @Path("/{newspaper}/{date}/{page}")
    @Operation(operationId = "page", summary = "The contents of one page")
    @APIResponse(
            responseCode = "200",
            description = "The contents.",
            content = @Content(schema = @Schema(implementation = Contents.class)))
    @APIResponse(ref = "BadRequest", responseCode = "400")
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "Unavailable", responseCode = "503")
    @APIResponse(ref = "TimedOut", responseCode = "504")
    public Response page(
            @RestPath @Parameter(description = "Name or code.", example = "courier")
                    String newspaper,
            @RestPath
                    @Parameter(
                            description = "Its day.",
                            example = "1954-03-02",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    String date,
            @RestPath
                    @Parameter(
                            description = "Number of the page.",
                            example = "1",
                            schema = @Schema(type = SchemaType.INTEGER))
                    String page) {
        return answer(
                issues.contents(newspaper, IssueParameters.day(date), IssueParameters.page(page))
                        .orElseThrow(UnknownIssue::new));
    }

    private static Response answer(Object entity) {
        return Response.ok(entity).header(HttpHeaders.CACHE_CONTROL, "max-age=60").build();
    }
}
