package org.broadsheet.ingest.api;

import io.quarkus.logging.Log;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.Optional;
import org.broadsheet.ingest.access.Role;
import org.broadsheet.ingest.outbox.Republication;
import org.broadsheet.ingest.outbox.Republication.Selection;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Publishes articles again from the archive.
@Path("/api/republish")
@NeedsKey(Role.MANAGE)
@Produces(MediaType.APPLICATION_JSON)
public class RepublishResource {
    private final Republication republication;

    RepublishResource(Republication republication) {
        this.republication = republication;
    }

    /// @param republished articles that an event was added to the outbox for
    public record Republished(long republished) {}

    @POST
    @RunOnVirtualThread
    @Operation(
            summary = "Publishes articles again as they now are, withdrawn ones too",
            description =
                    "Without parameters: all of them. Harmless to repeat: an index that has the"
                            + " revision leaves it.")
    public Republished republish(
            @Parameter(description = "Only articles of the file dropped under this name")
                    @QueryParam("file")
                    @Nullable String file,
            @Parameter(description = "Only articles of this page") @QueryParam("page")
                    @Nullable String page,
            @Parameter(description = "Only this article") @QueryParam("article")
                    @Nullable String article)
            throws SQLException {
        Selection selection =
                new Selection(
                        Optional.ofNullable(file),
                        Optional.ofNullable(page),
                        Optional.ofNullable(article));
        long count = republication.republish(selection);
        Log.infof("republished articles=%d selection=%s", count, selection);
        return new Republished(count);
    }
}
