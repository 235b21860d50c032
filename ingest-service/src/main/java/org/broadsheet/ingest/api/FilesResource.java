package org.broadsheet.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.ingest.store.FileEntry;
import org.broadsheet.ingest.store.FileList;
import org.broadsheet.ingest.store.FilePages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// The ledger: every file that came and how far it is.
@Path("/api/files")
@Produces(MediaType.APPLICATION_JSON)
public class FilesResource {
    private static final int LIMIT_MAX = 200;

    private final FileList files;
    private final FilePages pages;

    FilesResource(FileList files, FilePages pages) {
        this.files = files;
        this.pages = pages;
    }

    @GET
    @RunOnVirtualThread
    @Operation(
            summary = "Files, latest first, with what became of each",
            description =
                    "A state is received, stored, published, indexed (searches find all of it),"
                            + " superseded, withdrawn, duplicate, rejected or unpacked.")
    @APIResponse(responseCode = "400", description = "A parameter can't be read")
    public List<FileEntry> files(
            @Parameter(description = "Most entries to give, 1 to 200")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    int limit,
            @Parameter(description = "Go on behind the file of this id") @QueryParam("before")
                    @Nullable Long before,
            @BeanParam FileFilter filter)
            throws SQLException {
        return files.latest(
                filter.question(), Math.clamp(limit, 1, LIMIT_MAX), Optional.ofNullable(before));
    }

    /// A file with all that is known of it.
    ///
    /// @param parts of a `.zip`: how many of its files are in each state
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record FileDetail(
            @JsonUnwrapped FileEntry entry,
            List<FilePages.Page> pages,
            Map<String, Integer> parts) {}

    @GET
    @Path("/{id}")
    @RunOnVirtualThread
    @Operation(summary = "One file: how far it is, its pages, and each article with its state")
    @APIResponse(responseCode = "404", description = "There is no such file")
    public FileDetail file(@Parameter(description = "The file's id") @RestPath long id)
            throws SQLException {
        FileEntry entry = files.entry(id).orElseThrow(() -> noSuchFile(id));
        return new FileDetail(entry, pages.pages(id), pages.parts(id));
    }

    @GET
    @Path("/{id}/content")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RunOnVirtualThread
    @Operation(summary = "The bytes of a file, exactly as they came")
    @APIResponse(
            responseCode = "404",
            description =
                    "There is no such file, or its bytes are kept with another or in the drop"
                            + " folder")
    public Response content(@RestPath long id) throws SQLException {
        FileEntry entry = files.entry(id).orElseThrow(() -> noSuchFile(id));
        byte[] bytes = pages.bytes(id);
        if (bytes == null) {
            throw new WebApplicationException(
                    Problem.of(
                            404,
                            "The bytes are not kept here",
                            "'%s' is %s; its bytes are kept with another file, or lie in the drop folder."
                                    .formatted(entry.name(), entry.state())));
        }
        return Response.ok(bytes)
                .header("ETag", '"' + entry.sha256() + '"')
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "attachment")
                .build();
    }

    @GET
    @Path("/{id}/receipt")
    @RunOnVirtualThread
    @Operation(
            summary = "The receipt of a file",
            description =
                    "The same as lies beside a file of the drop folder: what was found in it, the"
                            + " ids of its articles, lines that could not be placed, warnings, time"
                            + " taken.")
    @APIResponse(
            responseCode = "404",
            description = "There is no such file, or it was not yet read")
    public Response receipt(@RestPath long id) throws SQLException {
        FileEntry entry = files.entry(id).orElseThrow(() -> noSuchFile(id));
        return Response.ok(
                        pages.receipt(id)
                                .orElseThrow(
                                        () ->
                                                new WebApplicationException(
                                                        Problem.of(
                                                                404,
                                                                "No receipt",
                                                                "'%s' is %s; there is no receipt of it."
                                                                        .formatted(
                                                                                entry.name(),
                                                                                entry.state())))))
                .build();
    }

    static WebApplicationException noSuchFile(long id) {
        return new WebApplicationException(
                Problem.of(
                        404,
                        "No such file",
                        "There is no file %d in the ledger. GET /api/files lists them."
                                .formatted(id)));
    }
}
