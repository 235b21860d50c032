package org.broadsheet.query.article;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/// Articles over HTTP.
@Path("/api/articles")
@Tag(name = "articles")
class ArticleApi {
    private final Articles articles;

    ArticleApi(Articles articles) {
        this.articles = articles;
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            operationId = "article",
            summary = "One article",
            description = "Everything known, with the lines of the file it was built from.")
    @APIResponse(
            responseCode = "200",
            description = "The article.",
            content = @Content(schema = @Schema(implementation = Article.class)))
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "Unavailable", responseCode = "503")
    @APIResponse(ref = "TimedOut", responseCode = "504")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag given.")
    public Response article(
            @RestPath @Parameter(description = "The article's id.", example = "page-7-03")
                    String id,
            @Context Request request) {
        Article article = articles.require(id);
        EntityTag tag = new EntityTag(Long.toString(article.revision()), true);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged != null ? unchanged : Response.ok(article))
                .tag(tag)
                // Asked again each time: an article may be withdrawn.
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
