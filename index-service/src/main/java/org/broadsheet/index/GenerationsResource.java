package org.broadsheet.index;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.broadsheet.index.event.GroupProgress;
import org.broadsheet.index.index.IndexGenerations;
import org.broadsheet.index.index.IndexGenerations.Answer;
import org.broadsheet.index.index.IndexGenerations.Generation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Builds the index anew while searches go on, goes back, and tells how far it is.
@Path("/api/generations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "generations")
public class GenerationsResource {
    private final IndexGenerations generations;
    private final ChangeOver changeOver;

    GenerationsResource(IndexGenerations generations, ChangeOver changeOver) {
        this.generations = generations;
        this.changeOver = changeOver;
    }

    public record Overview(
            List<Generation> indices,
            @Schema(description = "A new index is being filled or checked") boolean changingOver,
            @Schema(description = "Events on the topic, while that is known") @Nullable Long total,
            @Schema(description = "Of these, not yet in the new index") @Nullable Long remaining,
            @Schema(
                            description =
                                    "Why searches stay with the old index though the new one is filled")
                    String held) {}

    @GET
    @RunOnVirtualThread
    @Operation(summary = "The indices, and how far a new one is filled")
    public Overview overview() {
        GroupProgress progress = changeOver.progress().orElse(null);
        return new Overview(
                generations.list(),
                generations.isChangingOver(),
                progress == null ? null : progress.total(),
                progress == null ? null : progress.remaining(),
                changeOver.held());
    }

    @POST
    @RunOnVirtualThread
    @Operation(
            summary = "Builds the index anew from the topic",
            description =
                    "Searches stay with the old index until the new one holds every event and has"
                            + " been compared with the old one. The old one is kept. 409 while a"
                            + " build is being filled already.")
    public Response rebuild() {
        changeOver.begin();
        return response(generations.rebuild());
    }

    @POST
    @Path("/rollback")
    @RunOnVirtualThread
    @Operation(
            summary = "Gives up the build that is being filled, or goes back to the one before",
            description = "The index gone back to is brought up to date from the topic.")
    public Response rollBack() {
        return response(generations.rollBack());
    }

    @DELETE
    @Path("/unused")
    @RunOnVirtualThread
    @Operation(summary = "Deletes the indices that nothing uses; names them")
    public List<String> deleteUnused() {
        return generations.deleteUnused();
    }

    private static Response response(Answer answer) {
        return Response.status(answer.accepted() ? 202 : 409).entity(answer).build();
    }
}
