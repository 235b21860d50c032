package org.broadsheet.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.broadsheet.ingest.access.Role;
import org.broadsheet.ingest.drop.DropConfig;
import org.broadsheet.ingest.drop.FreeSpace;
import org.broadsheet.ingest.issue.IssueMetadata;
import org.broadsheet.ingest.metadata.GivenMetadata;
import org.broadsheet.ingest.metadata.MetadataProblem;
import org.broadsheet.ingest.upload.Arrival.Source;
import org.broadsheet.ingest.upload.Reception;
import org.broadsheet.ingest.upload.Reception.Received;
import org.broadsheet.ingest.upload.Refusal;
import org.broadsheet.ingest.upload.Spool;
import org.broadsheet.ingest.upload.Spool.Spooled;
import org.broadsheet.ingest.upload.UploadConfig;
import org.broadsheet.ingest.upload.UploadName;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// Takes files in over HTTP. They are in PostgreSQL when the answer goes out; what becomes of them
/// is told at the addresses in it.
@Path("/api/files")
@NeedsKey(Role.DROP)
@Produces(MediaType.APPLICATION_JSON)
public class UploadResource {
    private static final int HASH_SHOWN = 16;

    private final Reception reception;
    private final Spool spool;
    private final UploadConfig config;
    private final DropConfig dropConfig;
    private final Semaphore places;

    UploadResource(Reception reception, Spool spool, UploadConfig config, DropConfig dropConfig) {
        this.reception = reception;
        this.spool = spool;
        this.config = config;
        this.dropConfig = dropConfig;
        this.places = new Semaphore(config.concurrentMax());
    }

    /// @param partOf id of the `.zip` it came in
    /// @param href where to follow it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Taken(
            long id,
            String name,
            String sha256,
            String state,
            @Nullable Long partOf,
            String href) {}

    /// @param events where changes of all files are told as they happen
    public record Answer(List<Taken> files, String events) {}

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RunOnVirtualThread
    @Operation(
            summary = "Takes files in, sent as a form",
            description =
                    "Any number of files, whatever the fields are called; .zip archives of pages"
                            + " too. A file <name>.meta.yaml or issue.yaml among them speaks of the"
                            + " others, as in the drop folder; the fields of the form speak of all of"
                            + " them, and count first. All are taken, or none.")
    @APIResponse(responseCode = "202", description = "They are safe, and will be read")
    @APIResponse(responseCode = "400", description = "A name or a field can't be used")
    @APIResponse(
            responseCode = "413",
            description = "Too large, too many, or beyond a limit of a page file")
    @APIResponse(responseCode = "429", description = "Too much at once, or too fast")
    @APIResponse(responseCode = "507", description = "No room on the disk")
    public Response form(
            @RestForm(FileUpload.ALL) @Nullable List<FileUpload> files,
            @RestForm @Nullable String newspaper,
            @RestForm @Nullable String code,
            @RestForm @Nullable String date,
            @RestForm @Nullable String edition,
            @RestForm @Nullable String page,
            @RestForm @Nullable String pageName)
            throws SQLException, IOException, Refusal, MetadataProblem {
        IssueMetadata fields = fields(newspaper, code, date, edition, page, pageName);
        List<FileUpload> uploads = files == null ? List.of() : files;
        check(uploads, fields);
        return taking(() -> receive(uploads, fields));
    }

    private List<Received> receive(List<FileUpload> uploads, IssueMetadata fields)
            throws SQLException, IOException, Refusal {
        List<Received> received = new ArrayList<>();
        Map<String, Source> pages = new LinkedHashMap<>();
        for (FileUpload upload : uploads) {
            String name = UploadName.of(upload.fileName(), fields);
            if (Reception.isZip(name)) {
                try (InputStream in = Files.newInputStream(upload.uploadedFile());
                        Spooled spooled = spool.take(name, in)) {
                    received.addAll(receiveZip(name, spooled, fields));
                }
            } else if (pages.put(name, () -> bytes(name, upload)) != null) {
                throw new Refusal(
                        400,
                        "File name given twice",
                        "'%s' is in the request twice. Give each file a name of its own."
                                .formatted(name));
            }
        }
        received.addAll(reception.receive(pages, fields));
        return received;
    }

    private byte[] bytes(String name, FileUpload upload) throws IOException, Refusal {
        checkFileSize(name, upload.size());
        return Files.readAllBytes(upload.uploadedFile());
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    @Operation(
            summary = "Takes one file in, sent as the body",
            description = "A page file, or a .zip of them.")
    @APIResponse(responseCode = "202", description = "It is safe, and will be read")
    @APIResponse(responseCode = "400", description = "A name or a field can't be used")
    @APIResponse(responseCode = "413", description = "Too large, or beyond a limit of a page file")
    @APIResponse(responseCode = "429", description = "Too much at once, or too fast")
    @APIResponse(responseCode = "507", description = "No room on the disk")
    public Response body(
            InputStream body,
            @RestHeader("Content-Type") @Nullable String type,
            @Parameter(description = "The file's name or path; without it, its hash") @RestQuery
                    @Nullable String name,
            @RestQuery @Nullable String newspaper,
            @RestQuery @Nullable String code,
            @RestQuery @Nullable String date,
            @RestQuery @Nullable String edition,
            @RestQuery @Nullable String page,
            @RestQuery @Nullable String pageName)
            throws SQLException, IOException, Refusal, MetadataProblem {
        IssueMetadata fields = fields(newspaper, code, date, edition, page, pageName);
        return taking(
                () -> {
                    String shown = name == null ? "The file" : name;
                    try (Spooled spooled = spool.take(shown, body)) {
                        return receive(nameOf(name, type, spooled, fields), spooled, fields);
                    }
                });
    }

    private static String nameOf(
            @Nullable String name, @Nullable String type, Spooled spooled, IssueMetadata fields)
            throws Refusal {
        String given = name == null || name.isBlank() ? "" : name;
        if (given.isEmpty()) {
            String lower = String.valueOf(type).toLowerCase(Locale.ROOT);
            String ending =
                    lower.contains("zip") ? ".zip" : lower.contains("markdown") ? ".md" : ".txt";
            given = spooled.sha256().substring(0, HASH_SHOWN) + ending;
        }
        return UploadName.of(given, fields);
    }

    private List<Received> receive(String name, Spooled spooled, IssueMetadata fields)
            throws SQLException, IOException, Refusal {
        if (Reception.isZip(name)) {
            return receiveZip(name, spooled, fields);
        }
        checkFileSize(name, spooled.size());
        return reception.receive(Map.of(name, () -> Files.readAllBytes(spooled.file())), fields);
    }

    private List<Received> receiveZip(String name, Spooled spooled, IssueMetadata fields)
            throws SQLException, IOException, Refusal {
        if (fields.pageNumber() != null || fields.pageName() != null) {
            throw ofOnePage();
        }
        return reception.receiveZip(name, spooled.file(), spooled.size(), spooled.sha256(), fields);
    }

    private void check(List<FileUpload> uploads, IssueMetadata fields) throws Refusal {
        if (uploads.isEmpty()) {
            throw new Refusal(
                    400,
                    "No file in the request",
                    "Send files as parts of the form, for example: curl -F file=@page.txt.");
        }
        if (uploads.size() > config.filesMax()) {
            throw new Refusal(
                    413,
                    "Too many files",
                    "The request has %d files, more than %d (upload.files-max). Send them in parts, or as one .zip."
                            .formatted(uploads.size(), config.filesMax()));
        }
        long size = uploads.stream().mapToLong(FileUpload::size).sum();
        if (size > config.sizeMax().asLongValue()) {
            throw Spool.tooLarge("The request", config.sizeMax().asLongValue());
        }
        boolean ofAPage = fields.pageNumber() != null || fields.pageName() != null;
        if (ofAPage && uploads.size() > 1) {
            throw ofOnePage();
        }
    }

    private static Refusal ofOnePage() {
        return new Refusal(
                400,
                "Several files can't be one page",
                "The fields page and pageName speak of one page. Leave them out, and name the files"
                        + " by page or send sidecars.");
    }

    private void checkFileSize(String name, long size) throws Refusal {
        long max = dropConfig.fileSizeMax().asLongValue();
        if (size > max) {
            throw new Refusal(
                    413,
                    "Too large",
                    "'%s' has %d bytes, more than %d (drop.file-size-max). Split it by page, or raise the limit."
                            .formatted(name, size, max));
        }
    }

    private static IssueMetadata fields(
            @Nullable String newspaper,
            @Nullable String code,
            @Nullable String date,
            @Nullable String edition,
            @Nullable String page,
            @Nullable String pageName)
            throws MetadataProblem {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "newspaper", newspaper);
        put(given, "code", code);
        put(given, "date", date);
        put(given, "edition", edition);
        put(given, "page", page);
        put(given, "pageName", pageName);
        return GivenMetadata.of(given);
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    @FunctionalInterface
    private interface Taking {
        List<Received> take() throws SQLException, IOException, Refusal;
    }

    private Response taking(Taking taking) throws SQLException, IOException, Refusal {
        if (!places.tryAcquire()) {
            throw new Refusal(
                    Refusal.COME_AGAIN,
                    "Too many uploads at once",
                    "%d uploads are being taken in (upload.concurrent-max). Come again in a moment."
                            .formatted(config.concurrentMax()));
        }
        try {
            Files.createDirectories(config.spool());
            FreeSpace.require(config.spool(), dropConfig.freeSpaceMin().asLongValue());
            List<Taken> files =
                    taking.take().stream()
                            .map(
                                    file ->
                                            new Taken(
                                                    file.id(),
                                                    file.name(),
                                                    file.sha256(),
                                                    file.state(),
                                                    file.partOf(),
                                                    "/api/files/" + file.id()))
                            .toList();
            Response.ResponseBuilder answer =
                    Response.accepted(new Answer(files, "/api/files/events"));
            return files.isEmpty()
                    ? answer.build()
                    : answer.header("Location", files.getFirst().href()).build();
        } catch (IOException e) {
            if (FreeSpace.isLacking(e)) {
                throw new Refusal(
                        Refusal.NO_ROOM, "No room on the disk", String.valueOf(e.getMessage()));
            }
            throw e;
        } finally {
            places.release();
        }
    }
}
