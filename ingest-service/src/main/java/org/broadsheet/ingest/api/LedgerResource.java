package org.broadsheet.ingest.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.sql.SQLException;
import org.broadsheet.ingest.store.ArticleLedger;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The ledger of articles, to compare the index with.
@Path("/api/ledger")
public class LedgerResource {
    private final ArticleLedger ledger;
    private final ObjectMapper json;

    LedgerResource(ArticleLedger ledger, ObjectMapper json) {
        this.ledger = ledger;
        this.json = json;
    }

    @GET
    @Produces("application/x-ndjson")
    @RunOnVirtualThread
    @Operation(
            summary = "Every article with revision, content hash and whether it is withdrawn",
            description =
                    "One line of JSON each, ordered by the bytes of the ids. deploy/reconcile"
                            + " compares it with the index.")
    public StreamingOutput ledger() {
        return out -> {
            try {
                ledger.read(
                        entry -> {
                            out.write(json.writeValueAsBytes(entry));
                            out.write('\n');
                        });
            } catch (SQLException e) {
                throw new IOException("archive away", e);
            }
        };
    }
}
