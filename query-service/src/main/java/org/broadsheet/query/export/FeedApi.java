package org.broadsheet.query.export;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.broadsheet.query.PublicAddress;
import org.broadsheet.query.article.ArticleDocument;
import org.broadsheet.query.search.ArticleSearch;
import org.broadsheet.query.search.HitParameters;
import org.broadsheet.query.search.SearchLimits;
import org.broadsheet.query.search.SearchOrder;
import org.broadsheet.query.search.SearchQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Any search as a feed: what came into the archive last comes first. An entry keeps its id when
/// its article is revised, so that a reader never sees it twice.
@Path("/api/feeds")
@Tag(name = "export")
@RunOnVirtualThread
class FeedApi {
    private static final String ATOM = "application/atom+xml";
    private static final String JSON = "application/feed+json";

    private final ArticleSearch articles;
    private final SearchLimits limits;
    private final ExportConfig config;
    private final PublicAddress address;

    FeedApi(
            ArticleSearch articles,
            SearchLimits limits,
            ExportConfig config,
            PublicAddress address) {
        this.articles = articles;
        this.limits = limits;
        this.config = config;
        this.address = address;
    }

    @GET
    @Path("/atom")
    @Operation(
            operationId = "atomFeed",
            summary = "A search as an Atom feed",
            description = "The last that came into the archive first, whatever sort says.")
    @APIResponse(
            responseCode = "200",
            description = "The newest hits (RFC 4287).",
            content = @Content(mediaType = ATOM, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag given.")
    @APIResponse(ref = "BadRequest", responseCode = "400")
    @APIResponse(ref = "Unavailable", responseCode = "503")
    @APIResponse(ref = "TimedOut", responseCode = "504")
    public Response atom(
            @BeanParam HitParameters parameters, @Context UriInfo uri, @Context Request request) {
        Feed feed = feed(parameters, uri);
        return answer(request, feed, ATOM + ";charset=UTF-8", () -> AtomFeed.of(feed));
    }

    @GET
    @Path("/json")
    @Operation(
            operationId = "jsonFeed",
            summary = "A search as a JSON feed",
            description = "The last that came into the archive first, whatever sort says.")
    @APIResponse(
            responseCode = "200",
            description = "The newest hits (JSON Feed 1.1).",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = JsonFeed.class)))
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag given.")
    @APIResponse(ref = "BadRequest", responseCode = "400")
    @APIResponse(ref = "Unavailable", responseCode = "503")
    @APIResponse(ref = "TimedOut", responseCode = "504")
    public Response json(
            @BeanParam HitParameters parameters, @Context UriInfo uri, @Context Request request) {
        Feed feed = feed(parameters, uri);
        return answer(request, feed, JSON, () -> JsonFeed.of(feed));
    }

    private Feed feed(HitParameters parameters, UriInfo uri) {
        SearchQuery search = parameters.everyHit(limits, SearchOrder.ARRIVAL, config.feedEntries());
        List<ArticleDocument> newest = articles.first(search);
        URI site = address.of(uri);
        URI asked = uri.getRequestUri();
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        URI self = site.resolve(asked.getRawPath() + query);
        return new Feed(search.text(), self, site.resolve("/" + query), site, newest);
    }

    private static Response answer(Request request, Feed feed, String type, Supplier<Object> body) {
        EntityTag tag = new EntityTag(feed.mark(), true);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer =
                unchanged != null
                        ? unchanged
                        : Response.ok(body.get()).header(HttpHeaders.CONTENT_TYPE, type);
        return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, "max-age=60").build();
    }
}
