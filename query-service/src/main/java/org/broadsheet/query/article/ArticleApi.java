package org.broadsheet.query.article;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    @APIResponse(responseCode = "200", description = "The article.")
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "Unavailable", responseCode = "503")
    @APIResponse(ref = "TimedOut", responseCode = "504")
    public Article article(
            @RestPath @Parameter(description = "The article's id.", example = "page-7-03")
                    String id) {
        return articles.require(id);
    }
}
