package org.broadsheet.index;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Stops and resumes the flow of events on this replica, for work on Elasticsearch.
@Path("/api/indexer")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "indexer")
public class IndexerResource {
    private final Valve valve;

    IndexerResource(Valve valve) {
        this.valve = valve;
    }

    public record Flow(boolean paused) {}

    @POST
    @Path("/pause")
    @Operation(
            summary = "Takes no more events, and keeps its place in the group",
            description = "Requests in flight end. A restart resumes.")
    public Flow pause() {
        valve.close();
        return new Flow(true);
    }

    @POST
    @Path("/resume")
    @Operation(summary = "Goes on where it was paused")
    public Flow resume() {
        valve.open();
        return new Flow(false);
    }
}
