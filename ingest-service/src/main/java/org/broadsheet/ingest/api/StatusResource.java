package org.broadsheet.ingest.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.Map;
import org.broadsheet.ingest.drop.DropFolder;
import org.broadsheet.ingest.store.Books;
import org.broadsheet.ingest.store.SetAsideFiles;
import org.broadsheet.ingest.store.SetAsideFiles.Aside;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/// Counts of what was taken in, for people and for `deploy/status`.
@Path("/api/status")
@Produces(MediaType.APPLICATION_JSON)
public class StatusResource {
    private final Books books;
    private final DropFolder dropFolder;
    private final SetAsideFiles setAside;

    StatusResource(Books books, DropFolder dropFolder, SetAsideFiles setAside) {
        this.books = books;
        this.dropFolder = dropFolder;
        this.setAside = setAside;
    }

    /// @param folder the drop folder's path
    public record Status(
            String folder, Files files, Articles articles, Lines lines, Outbox outbox) {}

    /// @param received files of the ledger that wait to be read, for the first time or again
    /// @param again how many of them are stored already
    /// @param stored names with a present content
    /// @param waiting files seen in the folder and not yet taken
    /// @param setAside of these, by name, those that can't be taken, with the reason; they are
    ///   tried again now and then
    public record Files(
            long received,
            long again,
            long stored,
            long duplicate,
            long rejected,
            int waiting,
            Map<String, Aside> setAside) {}

    public record Articles(long stored, long withdrawn) {}

    /// Non-blank lines of all pages; the books balance when `total` is the sum of the others.
    public record Lines(long total, long article, long furniture, long unplaced) {}

    public record Outbox(long unpublished) {}

    @GET
    @RunOnVirtualThread
    @Operation(
            summary = "What was taken in so far",
            description =
                    "Files by what became of them, articles, lines by where they went, and events still to be published.")
    @APIResponse(responseCode = "200", description = "The counts, read in one statement")
    @APIResponse(responseCode = "503", description = "PostgreSQL can't be reached")
    public Status status() throws SQLException {
        Books.Balance balance = books.balance();
        return new Status(
                dropFolder.folder().toString(),
                new Files(
                        balance.filesReceived(),
                        balance.filesAgain(),
                        balance.filesStored(),
                        balance.filesDuplicate(),
                        balance.filesRejected(),
                        dropFolder.waiting(),
                        setAside.all()),
                new Articles(balance.articlesStored(), balance.articlesWithdrawn()),
                new Lines(
                        balance.lines(),
                        balance.linesArticle(),
                        balance.linesFurniture(),
                        balance.linesUnplaced()),
                new Outbox(balance.eventsUnpublished()));
    }
}
