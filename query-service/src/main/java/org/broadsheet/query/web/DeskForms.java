package org.broadsheet.query.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.query.PublicAddress;
import org.broadsheet.query.archive.ArchiveRefusal;
import org.broadsheet.query.archive.Desk;
import org.broadsheet.query.search.InvalidParameter;
import org.broadsheet.query.wording.Message;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// What a keeper does: each form is handed on to the archive with the keeper's key, and answered
/// with the page that shows what came of it.
@Path("/desk")
@RunOnVirtualThread
class DeskForms {
    private final Desk desk;
    private final PublicAddress address;

    DeskForms(Desk desk, PublicAddress address) {
        this.desk = desk;
        this.address = address;
    }

    @POST
    @Path("key")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response key(
            @RestForm @Nullable String key, @BeanParam Reader reader, @Context UriInfo uri) {
        String given = key == null ? "" : key.strip();
        boolean isForgotten = given.isEmpty();
        if (!isForgotten && !(given.matches("[\\w.~-]{8,200}") && desk.knows(given))) {
            return see(reader, Address.of("desk", "key").with("wrong", "key"));
        }
        Address next = isForgotten ? Address.of("desk", "key") : Address.of("desk");
        return Response.fromResponse(see(reader, next))
                .cookie(Keeper.cookie(given, address.of(uri)))
                .build();
    }

    @POST
    @Path("uploads")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(
            InputStream form,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @BeanParam Reader reader,
            @BeanParam Keeper keeper) {
        List<Long> ids = desk.upload(type, form, keeper.require());
        return see(
                reader,
                ids.isEmpty() ? Address.of("desk") : Address.of("desk", "uploads", Runs.of(ids)));
    }

    /// What files are of.
    public static class Told {
        @RestForm @Nullable String newspaper;
        @RestForm @Nullable String date;
        @RestForm @Nullable String edition;
        @RestForm @Nullable String page;
        @RestForm @Nullable String pageName;

        /// Names of fields that are to be what the file says.
        @RestForm @Nullable List<String> cleared;

        Map<String, String> set() {
            Map<String, String> set = new HashMap<>();
            put(set, "newspaper", newspaper);
            put(set, "date", date);
            put(set, "edition", edition);
            put(set, "page", page);
            put(set, "pageName", pageName);
            return set;
        }

        private static void put(Map<String, String> set, String name, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                set.put(name, value.strip());
            }
        }
    }

    /// One button of the ledger for the files that are ticked.
    @POST
    @Path("files")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response files(
            @RestForm @Nullable List<Long> file,
            @RestForm @Nullable String action,
            @BeanParam Told told,
            @BeanParam Reader reader,
            @BeanParam Keeper keeper) {
        String key = keeper.require();
        List<Long> ids = file == null ? List.of() : file;
        if (ids.isEmpty()) {
            throw new InvalidParameter("file", new Message("请先勾选文件。", "Tick the files first."));
        }
        switch (action == null ? "" : action) {
            case "again" -> again(ids, key);
            case "withdraw" -> ids.forEach(id -> desk.withdraw(id, key));
            case "restore" -> ids.forEach(id -> desk.restore(id, key));
            default -> tell(ids, told, key);
        }
        Address next =
                ids.size() == 1
                        ? Address.of("desk", "files", ids.getFirst().toString())
                        : Address.of("desk", "files");
        return see(reader, next);
    }

    /// All of them, also where one can't be read again; that is said then.
    private void again(List<Long> ids, String key) {
        List<ArchiveRefusal> refusals = new ArrayList<>();
        for (long id : ids) {
            try {
                desk.again(id, key);
            } catch (ArchiveRefusal refusal) {
                refusals.add(refusal);
            }
        }
        if (!refusals.isEmpty()) {
            throw refusals.getFirst();
        }
    }

    private void tell(List<Long> ids, Told told, String key) {
        Map<String, String> set = told.set();
        Set<String> cleared = new HashSet<>(told.cleared == null ? List.of() : told.cleared);
        cleared.removeAll(set.keySet());
        if (set.isEmpty() && cleared.isEmpty()) {
            throw new InvalidParameter(
                    "newspaper", new Message("请至少填写一项。", "Fill in one of the fields at least."));
        }
        desk.tell(ids, set, cleared, key);
    }

    @POST
    @Path("dead-letters")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response deadLetters(
            @RestForm @Nullable List<String> letter,
            @RestForm @Nullable String action,
            @BeanParam Reader reader,
            @BeanParam Keeper keeper) {
        String key = keeper.require();
        List<String> ids = letter == null ? List.of() : letter;
        Address next = Address.of("desk", "dead-letters");
        if ("discard".equals(action)) {
            desk.discard(ids, key);
            return see(reader, next);
        }
        for (var outcome : desk.replay(ids, key)) {
            next = next.adding("outcome", outcome.outcome());
        }
        return see(reader, next);
    }

    @ServerExceptionMapper
    Response keyMissing(KeyMissing missing) {
        return Response.seeOther(URI.create(Address.of("desk", "key").href())).build();
    }

    private static Response see(Reader reader, Address next) {
        return Response.seeOther(URI.create(reader.at(next).href(next))).build();
    }
}
