package org.broadsheet.query.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/// Articles like another over HTTP.
@Path("/api/articles/{id}/similar")
@Tag(name = "articles")
class SimilarApi {
    private final SimilarArticles similar;

    SimilarApi(SimilarArticles similar) {
        this.similar = similar;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            operationId = "similar",
            summary = "Articles that share most words with this one",
            description = "At most ten; other printings of the same text are left out.")
    @APIResponse(responseCode = "200", description = "The most similar first.")
    @APIResponse(ref = "NotFound", responseCode = "404")
    @APIResponse(ref = "Unavailable", responseCode = "503")
    @APIResponse(ref = "TimedOut", responseCode = "504")
    public List<ArticleHit> similar(
            @RestPath @Parameter(description = "The article's id.", example = "page-7-03")
                    String id) {
        return similar.to(id);
    }
}
