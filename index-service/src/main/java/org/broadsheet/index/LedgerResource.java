package org.broadsheet.index;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import org.broadsheet.index.index.IndexGenerations;
import org.broadsheet.index.index.IndexScan;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What the index holds, to compare with the archive's ledger.
@Path("/api/ledger")
@Tag(name = "status")
public class LedgerResource {
    private final IndexGenerations generations;
    private final ObjectMapper json;

    LedgerResource(IndexGenerations generations, ObjectMapper json) {
        this.generations = generations;
        this.json = json;
    }

    @GET
    @Produces("application/x-ndjson")
    @RunOnVirtualThread
    @Operation(
            summary = "Every document with revision, content hash and whether it is withdrawn",
            description =
                    "One line of JSON each, ordered by the bytes of the ids. deploy/reconcile"
                            + " compares it with the archive.")
    public StreamingOutput ledger() {
        IndexScan scan = generations.scanWritten();
        return out -> {
            try (scan) {
                while (scan.hasNext()) {
                    out.write(json.writeValueAsBytes(scan.next()));
                    out.write('\n');
                }
            }
        };
    }
}
