package org.broadsheet.query.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.broadsheet.query.wording.Language;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Searches over HTTP.
@Path("/api/search")
@Tag(name = "search")
class SearchApi {
    private final ArticleSearch articles;
    private final SearchLimits limits;

    SearchApi(ArticleSearch articles, SearchLimits limits) {
        this.articles = articles;
        this.limits = limits;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            operationId = "search",
            summary = "Search the articles",
            description = "Filters narrow the hits; all given ones apply.")
    @APIResponse(responseCode = "200", description = "A slice of what was found.")
    @APIResponse(ref = "BadRequest", responseCode = "400")
    @APIResponse(ref = "Unavailable", responseCode = "503")
    @APIResponse(ref = "TimedOut", responseCode = "504")
    public SearchResult search(@BeanParam SearchParameters parameters) {
        return articles.find(parameters.toQuery(limits), parameters.language(Language.EN));
    }
}
