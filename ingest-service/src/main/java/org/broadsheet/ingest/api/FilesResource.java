package org.broadsheet.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.ingest.store.FileEntry;
import org.broadsheet.ingest.store.FileList;
import org.broadsheet.ingest.store.FilePages;
import org.broadsheet.ingest.store.FileQuestion;
import org.broadsheet.ingest.store.FileState;
import org.broadsheet.ingest.store.Missing;
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
                            + " superseded, duplicate, rejected or unpacked.")
    @APIResponse(responseCode = "400", description = "A parameter can't be read")
    public List<FileEntry> files(
            @Parameter(description = "Most entries to give, 1 to 200")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    int limit,
            @Parameter(description = "Go on behind the file of this id") @QueryParam("before")
                    @Nullable Long before,
            @Parameter(description = "Only files in this state; may be given several times")
                    @QueryParam("state")
                    List<String> states,
            @Parameter(description = "Only files with a page of this newspaper, by name or code")
                    @QueryParam("newspaper")
                    @Nullable String newspaper,
            @Parameter(description = "Only files with a page of this date or later, as 2026-01-15")
                    @QueryParam("from")
                    @Nullable String from,
            @Parameter(description = "Only files with a page of this date or earlier")
                    @QueryParam("to")
                    @Nullable String to,
            @Parameter(description = "Only files with this in their name") @QueryParam("q")
                    @Nullable String text,
            @Parameter(description = "Only files of which this is unknown: newspaper, date or page")
                    @QueryParam("missing")
                    @Nullable String missing,
            @Parameter(description = "Only files that came in the .zip of this id")
                    @QueryParam("partOf")
                    @Nullable Long partOf)
            throws SQLException {
        FileQuestion question =
                new FileQuestion(
                        states(states),
                        Optional.ofNullable(newspaper),
                        date("from", from),
                        date("to", to),
                        Optional.ofNullable(text),
                        Optional.ofNullable(missing).map(FilesResource::missing),
                        Optional.ofNullable(partOf));
        return files.latest(question, Math.clamp(limit, 1, LIMIT_MAX), Optional.ofNullable(before));
    }

    private static Set<FileState> states(List<String> names) {
        Set<FileState> states = EnumSet.noneOf(FileState.class);
        for (String name : names) {
            states.add(
                    FileState.named(name)
                            .orElseThrow(
                                    () ->
                                            unknown(
                                                    "state",
                                                    "Say one of received, stored, published,"
                                                            + " indexed, superseded, duplicate,"
                                                            + " rejected, unpacked.")));
        }
        return states;
    }

    private static Optional<LocalDate> date(String name, @Nullable String value) {
        try {
            return Optional.ofNullable(value).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw unknown(name, "Write a date as 2026-01-15.");
        }
    }

    private static Missing missing(String name) {
        return Missing.named(name)
                .orElseThrow(() -> unknown("missing", "Say one of newspaper, date, page."));
    }

    private static WebApplicationException unknown(String parameter, String remedy) {
        return new WebApplicationException(
                Problem.of(400, "Parameter '" + parameter + "' is not known", remedy));
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

    static WebApplicationException noSuchFile(long id) {
        return new WebApplicationException(
                Problem.of(
                        404,
                        "No such file",
                        "There is no file %d in the ledger. GET /api/files lists them."
                                .formatted(id)));
    }
}
