package org.broadsheet.query.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.broadsheet.query.archive.Archive;
import org.broadsheet.query.archive.Desk;
import org.broadsheet.query.archive.LedgerFile;
import org.broadsheet.query.archive.Reconciliation;
import org.broadsheet.query.issue.UnknownIssue;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What a keeper sees. Nothing here changes anything; see [DeskForms].
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class DeskPages {
    /// As many files as ingest-service lists at once.
    private static final int LIST_MAX = 200;

    private static final int EVENT_BYTES = 8192;

    private final Archive archive;
    private final Desk desk;
    private final Set<InputStream> streams = ConcurrentHashMap.newKeySet();

    DeskPages(Archive archive, Desk desk) {
        this.archive = archive;
        this.desk = desk;
    }

    @GET
    public TemplateInstance overview(@BeanParam Reader reader, @BeanParam Keeper keeper) {
        Visit visit = reader.at(Address.of("desk"));
        JsonNode status = desk.status();
        DeskView view =
                new DeskView(
                        Figures.of(status, desk.deadLetters().total()),
                        new LedgerView(
                                archive.files(Map.of("limit", List.of("10"))), Map.of(), visit),
                        DeskView.aside(status, visit),
                        keeper.key().isPresent(),
                        visit);
        return new DeskPage(view, visit).setLocale(visit.language().word());
    }

    @GET
    @Path("key")
    public TemplateInstance key(
            @BeanParam Reader reader, @BeanParam Keeper keeper, @RestQuery @Nullable String wrong) {
        Visit visit = reader.at(Address.of("desk", "key"));
        boolean isSignedIn = keeper.isSignedIn();
        return new KeyPage(
                        keeper.key().isPresent() && !isSignedIn,
                        Objects.requireNonNullElse(wrong, ""),
                        keeper.maySignIn(),
                        isSignedIn,
                        visit)
                .setLocale(visit.language().word());
    }

    @GET
    @Path("files")
    public TemplateInstance files(
            @BeanParam LedgerFilters filters,
            @RestQuery @Nullable Long before,
            @BeanParam Reader reader,
            @BeanParam Keeper keeper) {
        Map<String, List<String>> chosen = filters.chosen();
        Visit visit = reader.at(new Address("/desk/files", chosen));
        LedgerView ledger =
                new LedgerView(archive.files(Ledger.narrowed(chosen, before)), chosen, visit);
        return new LedgerPage(ledger, keeper.key().isPresent(), visit)
                .setLocale(visit.language().word());
    }

    /// What becomes of an upload.
    @GET
    @Path("uploads/{ids}")
    public TemplateInstance upload(@RestPath String ids, @BeanParam Reader reader) {
        Visit visit = reader.at(Address.of("desk", "uploads", ids));
        Set<Long> wanted = new HashSet<>(Runs.read(ids).orElseThrow(UnknownIssue::new));
        return new UploadPage(new UploadView(uploaded(wanted), visit), visit)
                .setLocale(visit.language().word());
    }

    /// The latest first; a `.zip` with what became of the files in it.
    private List<LedgerFile> uploaded(Set<Long> wanted) {
        List<LedgerFile> found = new ArrayList<>();
        long before = Collections.max(wanted) + 1;
        long first = Collections.min(wanted);
        while (before > first) {
            List<LedgerFile> files =
                    archive.files(
                            Map.of(
                                    "before",
                                    List.of(Long.toString(before)),
                                    "limit",
                                    List.of(Integer.toString(LIST_MAX))));
            for (LedgerFile file : files) {
                if (wanted.contains(file.id())) {
                    found.add(
                            file.state().equals("unpacked")
                                    ? archive.file(file.id()).orElse(file)
                                    : file);
                }
            }
            before = files.isEmpty() ? first : files.getLast().id();
        }
        return found;
    }

    @GET
    @Path("files/{id}")
    public TemplateInstance file(
            @RestPath long id, @BeanParam Reader reader, @BeanParam Keeper keeper) {
        Visit visit = reader.at(Address.of("desk", "files", Long.toString(id)));
        LedgerFile file = archive.file(id).orElseThrow(UnknownIssue::new);
        return new FilePage(new FileView(file, visit), keeper.key().isPresent(), visit)
                .setLocale(visit.language().word());
    }

    /// What reading a file again would change, before it is done.
    @GET
    @Path("files/{id}/difference")
    public TemplateInstance difference(
            @RestPath long id, @BeanParam Reader reader, @BeanParam Keeper keeper) {
        Visit visit = reader.at(Address.of("desk", "files", Long.toString(id), "difference"));
        DifferenceView view = new DifferenceView(desk.difference(id, keeper.require()), visit);
        return new DifferencePage(view, visit).setLocale(visit.language().word());
    }

    /// Compares everything that should be equal, when it is asked to.
    @GET
    @Path("reconcile")
    public TemplateInstance reconcile(
            @RestQuery @Nullable String compare,
            @BeanParam Reader reader,
            @BeanParam Keeper keeper) {
        Visit visit = reader.at(Address.of("desk", "reconcile"));
        Reconciliation found = compare == null ? null : desk.reconcile(keeper.require());
        return new ReconcilePage(
                        found == null ? null : new ReconcileView(found, visit),
                        keeper.key().isPresent(),
                        visit)
                .setLocale(visit.language().word());
    }

    @GET
    @Path("dead-letters")
    public TemplateInstance deadLetters(
            @QueryParam("outcome") @Nullable List<String> outcomes,
            @BeanParam Reader reader,
            @BeanParam Keeper keeper) {
        Visit visit = reader.at(Address.of("desk", "dead-letters"));
        return new DeadLettersPage(
                        new DeadLettersView(desk.deadLetters(), visit),
                        outcomes == null ? List.of() : outcomes,
                        keeper.key().isPresent(),
                        visit)
                .setLocale(visit.language().word());
    }

    /// Changes of files as they happen, handed on from ingest-service.
    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public StreamingOutput events(@Context HttpServerRequest request) {
        InputStream events = desk.events();
        streams.add(events);
        return out -> {
            try (events) {
                byte[] bytes = new byte[EVENT_BYTES];
                int read = events.read(bytes);
                // Writing to a browser that has gone does not fail. A sign of life comes every few
                // seconds, so this is asked as often.
                while (read >= 0 && !request.response().closed()) {
                    out.write(bytes, 0, read);
                    out.flush();
                    read = events.read(bytes);
                }
            } catch (IOException e) {
                // Ingest-service has gone: the browser asks again by itself.
                out.flush();
            } finally {
                streams.remove(events);
            }
        };
    }

    /// A stream that waits for the next change would hold up the end of the service.
    void stop(@Observes ShutdownEvent event) throws IOException {
        for (InputStream stream : streams) {
            stream.close();
        }
    }
}
