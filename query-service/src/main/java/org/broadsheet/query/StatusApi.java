package org.broadsheet.query;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.broadsheet.query.search.ArticleSearch;
import org.broadsheet.query.search.ArticleSearch.DocumentCount;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The state of the archive over HTTP.
@Path("/api/status")
@Tag(name = "status")
class StatusApi {
    private final ArticleSearch articles;

    StatusApi(ArticleSearch articles) {
        this.articles = articles;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(operationId = "status", summary = "How many articles can be found")
    @APIResponse(responseCode = "200", description = "Counts.")
    @APIResponse(ref = "Unavailable", responseCode = "503")
    @APIResponse(ref = "TimedOut", responseCode = "504")
    public Status status() {
        DocumentCount count = articles.count();
        return new Status(count.printed(), count.withdrawn());
    }
}
