package org.broadsheet.index;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.broadsheet.index.index.IndexGenerations;
import org.broadsheet.index.index.IndexScan;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What the index holds, to compare with the archive's ledger.
@Path("/api/ledger")
@Tag(name = "status")
public class LedgerResource {
    private static final int IDS_MAX = 1_000;

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

    /// @param ids of articles, 1,000 at most
    public record Question(@Nullable List<String> ids) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            summary = "What searches find of some articles at present",
            description =
                    "Revision, content hash and whether it is withdrawn, of each that is there."
                            + " What is written but not yet refreshed is not there. ingest-service"
                            + " asks, to tell which files are searchable.")
    @APIResponse(
            responseCode = "200",
            description =
                    "The index that searches read, and of each article that is there an entry")
    @APIResponse(responseCode = "400", description = "No list of ids, or more than 1,000")
    @APIResponse(responseCode = "503", description = "Elasticsearch can't be asked")
    public IndexGenerations.Searchable searchable(@Nullable Question question) {
        List<String> ids = question == null ? null : question.ids();
        if (ids == null || ids.size() > IDS_MAX) {
            throw new WebApplicationException(
                    Problems.response(
                            400,
                            "Parameter 'ids' is not as it should be",
                            "Give a list of up to " + IDS_MAX + " ids of articles."));
        }
        return generations.searchable(ids);
    }
}
