package org.broadsheet.ingest.api;

import io.quarkus.logging.Log;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.broadsheet.ingest.access.ApiKeys;
import org.broadsheet.ingest.access.ApiKeys.ApiKey;
import org.broadsheet.ingest.access.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Gives keys out and takes them back.
@Path("/api/keys")
@Produces(MediaType.APPLICATION_JSON)
@NeedsKey(Role.MANAGE)
public class KeysResource {
    private static final int NAME_LENGTH_MAX = 100;

    private final ApiKeys keys;

    KeysResource(ApiKeys keys) {
        this.keys = keys;
    }

    /// @param role read, drop or manage
    public record Wanted(@Nullable String name, @Nullable String role) {}

    @GET
    @RunOnVirtualThread
    @Operation(summary = "All keys that were given out, without the keys themselves")
    public List<ApiKey> all() throws SQLException {
        return keys.all();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            summary = "Makes a key",
            description =
                    "The key stands in this answer and nowhere else. Roles: read (where reading needs"
                            + " a key), drop (bring files), manage (everything).")
    @APIResponse(responseCode = "201", description = "The key")
    @APIResponse(responseCode = "400", description = "No name, or a role that is not known")
    @APIResponse(responseCode = "409", description = "A key of this name is good already")
    public Response create(@Nullable Wanted wanted) throws SQLException {
        String name = wanted == null || wanted.name() == null ? "" : wanted.name().strip();
        if (name.isEmpty() || name.length() > NAME_LENGTH_MAX) {
            throw problem(400, "No name", "Say in 1 to 100 characters who the key is for.");
        }
        Optional<Role> role =
                Optional.ofNullable(wanted == null ? null : wanted.role()).flatMap(Role::named);
        if (role.isEmpty()) {
            throw problem(400, "No such role", "Say one of read, drop, manage.");
        }
        ApiKeys.NewKey key =
                keys.create(name, role.get())
                        .orElseThrow(
                                () ->
                                        problem(
                                                409,
                                                "Name is taken",
                                                "A key named '%s' is good already. Revoke it, or choose another name."
                                                        .formatted(name)));
        Log.infof("key made id=%s role=%s", key.id(), key.role());
        return Response.status(201).entity(key).build();
    }

    @DELETE
    @Path("/{id}")
    @RunOnVirtualThread
    @Operation(summary = "Revokes a key, from the next request on")
    @APIResponse(responseCode = "204", description = "It is revoked")
    @APIResponse(responseCode = "404", description = "There is no such key")
    public void revoke(@RestPath String id) throws SQLException {
        if (!keys.revoke(id)) {
            throw problem(404, "No such key", "No key with the id '%s' is good.".formatted(id));
        }
        Log.infof("key revoked id=%s", id);
    }

    private static WebApplicationException problem(int status, String title, String detail) {
        return new WebApplicationException(Problem.of(status, title, detail));
    }
}
