package org.broadsheet.ingest.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.broadsheet.ingest.store.FileList;
import org.broadsheet.ingest.store.FileList.FileEntry;
import org.broadsheet.ingest.store.Missing;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// The ledger: every dropped file and what became of it.
@Path("/api/files")
@Produces(MediaType.APPLICATION_JSON)
public class FilesResource {
    private static final int LIMIT_MAX = 200;

    private final FileList files;

    FilesResource(FileList files) {
        this.files = files;
    }

    @GET
    @RunOnVirtualThread
    @Operation(summary = "Dropped files, latest first, with what became of each")
    public List<FileEntry> files(
            @Parameter(description = "Most entries to give, 1 to 200")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    int limit,
            @Parameter(description = "Only files of which this is unknown: newspaper, date or page")
                    @QueryParam("missing")
                    @Nullable String missing)
            throws SQLException {
        return files.latest(
                Math.clamp(limit, 1, LIMIT_MAX),
                Optional.ofNullable(missing).map(FilesResource::missing));
    }

    private static Missing missing(String name) {
        return Missing.named(name)
                .orElseThrow(
                        () ->
                                new WebApplicationException(
                                        Problem.of(
                                                400,
                                                "Parameter 'missing' is not known",
                                                "Say one of newspaper, date, page.")));
    }
}
