package org.broadsheet.ingest.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.broadsheet.ingest.access.Role;
import org.broadsheet.ingest.drop.DropFolder;
import org.broadsheet.ingest.drop.RawFile;
import org.broadsheet.ingest.issue.IssueMetadata;
import org.broadsheet.ingest.metadata.GivenMetadata;
import org.broadsheet.ingest.metadata.MetadataProblem;
import org.broadsheet.ingest.store.FileEntry;
import org.broadsheet.ingest.store.FileList;
import org.broadsheet.ingest.store.FileState;
import org.broadsheet.ingest.store.Wishes;
import org.broadsheet.ingest.store.Wishes.Field;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Changes what is in the archive: what files are of, whether they are withdrawn, and reading them
/// again. Each change makes new revisions through the same pipeline; ids stay.
@Path("/api/files")
@NeedsKey(Role.MANAGE)
@Produces(MediaType.APPLICATION_JSON)
public class WishesResource {
    private static final int IDS_MAX = 10_000;
    private static final String FIELDS =
            "Known are newspaper, code, date, edition, page and pageName; null takes a field back.";

    private final Wishes wishes;
    private final FileList files;
    private final DropFolder dropFolder;

    WishesResource(Wishes wishes, FileList files, DropFolder dropFolder) {
        this.wishes = wishes;
        this.files = files;
        this.dropFolder = dropFolder;
    }

    /// @param files that are changed, and will be read again
    public record Accepted(List<Long> files) {}

    /// @param ids of files
    /// @param set fields as a sidecar knows them
    public record Change(@Nullable List<Long> ids, @Nullable JsonNode set) {}

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @RunOnVirtualThread
    @Operation(
            summary = "Says what a file is of",
            description =
                    "For example {\"newspaper\": \"河州日报\", \"date\": \"2026-01-15\", \"page\": 3}. It"
                            + " counts before what the file says; null takes it back. Of a file with"
                            + " several pages, page and pageName are true of none.")
    @APIResponse(responseCode = "202", description = "Noted; the file will be read again")
    @APIResponse(responseCode = "400", description = "A field can't be read")
    @APIResponse(responseCode = "404", description = "There is no such stored file")
    public Response tellOne(@RestPath long id, @Nullable JsonNode set)
            throws SQLException, MetadataProblem {
        List<Long> told = tell(List.of(id), set);
        if (told.isEmpty()) {
            throw noStoredFile(id);
        }
        return accepted(told);
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            summary = "Says what several files are of",
            description =
                    "For example {\"ids\": [3, 4], \"set\": {\"date\": \"2026-01-15\"}}. Ids of files that"
                            + " are not stored are left out of the answer.")
    @APIResponse(responseCode = "202", description = "Noted; the files will be read again")
    @APIResponse(responseCode = "400", description = "No ids, too many, or a field can't be read")
    public Response tellMany(@Nullable Change change) throws SQLException, MetadataProblem {
        List<Long> ids = change == null ? null : change.ids();
        if (change == null || ids == null || ids.isEmpty() || ids.size() > IDS_MAX) {
            throw badRequest(
                    "No ids, or too many", "Give 1 to " + IDS_MAX + " ids of files as 'ids'.");
        }
        return accepted(tell(ids, change.set()));
    }

    private List<Long> tell(List<Long> ids, @Nullable JsonNode set)
            throws SQLException, MetadataProblem {
        if (set == null || !set.isObject() || set.isEmpty()) {
            throw badRequest("Nothing to set", FIELDS);
        }
        Map<String, String> given = new HashMap<>();
        Set<Field> cleared = EnumSet.noneOf(Field.class);
        for (Map.Entry<String, JsonNode> field : set.properties()) {
            if (field.getValue().isContainerNode()) {
                throw badRequest("Field '" + field.getKey() + "' can't be read", FIELDS);
            }
            if (field.getValue().isNull() || field.getValue().asText().isBlank()) {
                cleared.add(field(field.getKey()));
            } else {
                given.put(field.getKey(), field.getValue().asText());
            }
        }
        IssueMetadata metadata = GivenMetadata.of(given);
        List<Long> told = wishes.tell(ids, metadata, cleared);
        Log.infof("metadata set files=%d fields=%s", told.size(), set.properties().size());
        return told;
    }

    private static Field field(String name) {
        try {
            return Field.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw badRequest("Field '" + name + "' is not known", FIELDS);
        }
    }

    /// @param files that will be read again
    public record Again(int files) {}

    @POST
    @Path("/again")
    @RunOnVirtualThread
    @Operation(
            summary = "Reads stored files again with the present parser",
            description =
                    "All of them, or those that the parameters mean, from the bytes in the archive."
                            + " New files go first. Articles that come out the same stay as they are;"
                            + " files.received in /api/status tells how many still wait.")
    @APIResponse(responseCode = "202", description = "Noted")
    @APIResponse(responseCode = "400", description = "A parameter can't be read")
    public Response again(@BeanParam FileFilter filter) throws SQLException {
        int count = wishes.readAgain(filter.question());
        Log.infof("files to be read again count=%d", count);
        return Response.accepted(new Again(count)).build();
    }

    @POST
    @Path("/{id}/again")
    @RunOnVirtualThread
    @Operation(
            summary = "Tries a file again",
            description =
                    "A rejected file is read once more, say after a limit was raised: from its bytes"
                            + " in the archive, or put back from rejected/ into the drop folder. A"
                            + " stored one is read again with the present parser; one that waits for"
                            + " its next attempt is tried at once.")
    @APIResponse(responseCode = "202", description = "Noted")
    @APIResponse(responseCode = "404", description = "There is no such file")
    @APIResponse(
            responseCode = "409",
            description = "It is in a state in which nothing is to be read, or its bytes are gone")
    public Response tryAgain(@RestPath long id) throws SQLException, IOException {
        if (!wishes.tryAgain(id)) {
            FileEntry file = files.entry(id).orElseThrow(() -> FilesResource.noSuchFile(id));
            if (!file.state().equals(FileState.REJECTED.written())) {
                throw new WebApplicationException(
                        Problem.of(
                                409,
                                "Nothing to be tried",
                                "'%s' is %s. Files that were rejected, are stored or wait can be tried again."
                                        .formatted(RawFile.printable(file.name()), file.state())));
            }
            bringBack(file);
        }
        Log.infof("file to be tried again id=%d", id);
        return accepted(List.of(id));
    }

    private void bringBack(FileEntry file) throws SQLException, IOException {
        if (!dropFolder.bringBack(file.name(), file.sha256())) {
            throw new WebApplicationException(
                    Problem.of(
                            409,
                            "The bytes are gone",
                            "'%s' no longer lies in rejected/ of the drop folder, or another file waits under its name. Drop it again."
                                    .formatted(RawFile.printable(file.name()))));
        }
        wishes.triedAgain(file.id());
    }

    @DELETE
    @Path("/{id}")
    @RunOnVirtualThread
    @Operation(
            summary = "Withdraws a file",
            description =
                    "Its articles are withdrawn from the searches; its bytes and ids stay, and it can"
                            + " be brought back.")
    @APIResponse(responseCode = "202", description = "Noted")
    @APIResponse(responseCode = "404", description = "There is no such stored file")
    public Response withdraw(@RestPath long id) throws SQLException {
        return wish(id, true);
    }

    @POST
    @Path("/{id}/restore")
    @RunOnVirtualThread
    @Operation(summary = "Brings a withdrawn file back, with the ids it had")
    @APIResponse(responseCode = "202", description = "Noted; the file will be read again")
    @APIResponse(responseCode = "404", description = "There is no such stored file")
    public Response restore(@RestPath long id) throws SQLException {
        return wish(id, false);
    }

    private Response wish(long id, boolean withdrawn) throws SQLException {
        if (!wishes.withdraw(id, withdrawn)) {
            throw noStoredFile(id);
        }
        Log.infof("file %s id=%d", withdrawn ? "to be withdrawn" : "to be restored", id);
        return accepted(List.of(id));
    }

    private static Response accepted(List<Long> files) {
        return Response.accepted(new Accepted(new ArrayList<>(files))).build();
    }

    private static WebApplicationException noStoredFile(long id) {
        return new WebApplicationException(
                Problem.of(
                        404,
                        "No such stored file",
                        "File %d is not in the ledger, or is not stored: GET /api/files/%d tells."
                                .formatted(id, id)));
    }

    private static WebApplicationException badRequest(String title, String detail) {
        return new WebApplicationException(Problem.of(400, title, detail));
    }
}
