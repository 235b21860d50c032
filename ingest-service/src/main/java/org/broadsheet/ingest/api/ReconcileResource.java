package org.broadsheet.ingest.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.sql.SQLException;
import org.broadsheet.ingest.reconcile.Reconciliation;
import org.broadsheet.ingest.reconcile.Report;
import org.broadsheet.ingest.upload.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/// Compares everything that should be equal.
@Path("/api/reconcile")
@Produces(MediaType.APPLICATION_JSON)
public class ReconcileResource {
    private final Reconciliation reconciliation;

    ReconcileResource(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @GET
    @RunOnVirtualThread
    @Operation(
            summary = "Differences between disk, ledger, articles, topic and index",
            description =
                    "All files that were put away, the whole topic and the whole index are read, so"
                            + " it takes its time. A difference counts when two looks, some seconds"
                            + " apart, both show it. deploy/reconcile shows this.")
    @APIResponse(responseCode = "200", description = "What was compared, and what differs")
    @APIResponse(responseCode = "429", description = "A comparison is under way already")
    @APIResponse(responseCode = "503", description = "One of them can't be read")
    public Report reconcile() throws SQLException, InterruptedException, Refusal {
        try {
            return reconciliation
                    .compare()
                    .orElseThrow(
                            () ->
                                    new Refusal(
                                            Refusal.COME_AGAIN,
                                            "A comparison is under way",
                                            "Only one is made at a time. Come again in a while."));
        } catch (IOException e) {
            throw new WebApplicationException(
                    Problem.of(
                            503,
                            "Not everything can be read",
                            "The comparison broke off: %s. /q/health/ready tells what is away."
                                    .formatted(e.getMessage())));
        }
    }
}
