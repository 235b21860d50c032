package org.broadsheet.ingest.api;

import io.quarkus.logging.Log;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import org.broadsheet.ingest.access.Role;
import org.broadsheet.ingest.store.Newspapers;
import org.broadsheet.ingest.store.Newspapers.Edited;
import org.broadsheet.ingest.store.Newspapers.Newspaper;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// The newspapers of the archive.
@Path("/api/newspapers")
@Produces(MediaType.APPLICATION_JSON)
public class NewspapersResource {
    private final Newspapers newspapers;

    NewspapersResource(Newspapers newspapers) {
        this.newspapers = newspapers;
    }

    @GET
    @RunOnVirtualThread
    @Operation(
            summary = "All newspapers",
            description = "One that a file names for the first time is entered by itself.")
    public List<Newspaper> all() throws SQLException {
        return newspapers.all();
    }

    /// @param place where it appears
    /// @param language as BCP 47 writes it: zh, zh-Hant, en
    /// @param aliases other names that files give it
    public record Edit(
            @Nullable String name,
            @Nullable String place,
            @Nullable String language,
            @Nullable List<String> aliases) {}

    /// @param files that will be read again, because the name is another now
    public record Changed(int files) {}

    @PUT
    @Path("/{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsKey(Role.MANAGE)
    @RunOnVirtualThread
    @Operation(
            summary = "Changes a newspaper",
            description =
                    "A name that is given up becomes an alias. The newspaper's files are read again"
                            + " for a new name; their ids stay.")
    @APIResponse(responseCode = "400", description = "No name, or a language that is none")
    @APIResponse(responseCode = "404", description = "There is no newspaper of this code")
    @APIResponse(responseCode = "409", description = "Another newspaper has the name")
    public Changed edit(@RestPath String code, @Nullable Edit edit) throws SQLException {
        String name = edit == null || edit.name() == null ? "" : edit.name().strip();
        if (edit == null || name.isEmpty()) {
            throw problem(400, "No name", "Give the newspaper's name as 'name'.");
        }
        Newspaper wanted =
                new Newspaper(
                        code,
                        name,
                        edit.place(),
                        language(edit.language() == null ? "und" : edit.language()),
                        edit.aliases() == null ? List.of() : edit.aliases());
        Edited edited =
                newspapers
                        .edit(wanted)
                        .orElseThrow(
                                () ->
                                        problem(
                                                404,
                                                "No such newspaper",
                                                "There is no newspaper with the code '%s'. GET /api/newspapers lists them."
                                                        .formatted(code)));
        if (edited.taken() != null) {
            throw problem(
                    409,
                    "Another newspaper has the name",
                    "'%s' is the name of another newspaper.".formatted(edited.taken()));
        }
        Log.infof("newspaper edited code=%s files=%d", code, edited.files());
        return new Changed(edited.files());
    }

    private static String language(String tag) {
        try {
            return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw problem(400, "No such language", "Write the language as zh, zh-Hant or en.");
        }
    }

    private static WebApplicationException problem(int status, String title, String detail) {
        return new WebApplicationException(Problem.of(status, title, detail));
    }
}
