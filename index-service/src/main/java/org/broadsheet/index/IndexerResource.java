package org.broadsheet.index;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Stops and resumes the flow of events on this replica, for work on Elasticsearch; purges.
@Path("/api/indexer")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "indexer")
public class IndexerResource {
    private final Valve valve;
    private final PurgeJob purgeJob;

    IndexerResource(Valve valve, PurgeJob purgeJob) {
        this.valve = valve;
        this.purgeJob = purgeJob;
    }

    public record Flow(boolean paused) {}

    public record Purged(long purged) {}

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

    @POST
    @Path("/purge")
    @RunOnVirtualThread
    @Operation(
            summary = "Removes withdrawn articles that are older than index.purge-after, now",
            description = "It is done by itself every index.purge-every.")
    public Purged purge() {
        return new Purged(purgeJob.purge());
    }
}
