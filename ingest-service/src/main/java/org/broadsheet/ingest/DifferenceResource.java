package org.broadsheet.ingest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.broadsheet.ingest.access.Role;
import org.broadsheet.ingest.api.NeedsKey;
import org.broadsheet.ingest.api.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/// Shows what reading a file again would change, before it is done.
@Path("/api/files/{id}/difference")
@Produces(MediaType.APPLICATION_JSON)
@NeedsKey(Role.MANAGE)
public class DifferenceResource {
    private final Archive archive;
    private final IssueReading reading;

    DifferenceResource(Archive archive, IssueReading reading) {
        this.archive = archive;
        this.reading = reading;
    }

    @GET
    @RunOnVirtualThread
    @Operation(
            summary = "What reading a stored file again would change",
            description =
                    "It is read, compared with what is stored, article by article and field by field,"
                            + " and nothing is kept of it.")
    @APIResponse(responseCode = "404", description = "There is no such stored file")
    public FileDifference difference(@RestPath long id) throws SQLException {
        return archive.difference(id, reading)
                .orElseThrow(
                        () ->
                                new WebApplicationException(
                                        Problem.of(
                                                404,
                                                "No such stored file",
                                                "File %d is not in the ledger, or is not stored."
                                                        .formatted(id))));
    }
}
