package org.broadsheet.query.web;

import io.quarkus.logging.Log;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.broadsheet.query.archive.Desk;

/// Where a keeper comes back from the OpenID Connect provider. From then on the access token is the
/// key that the browser keeps: ingest-service decides what it is good for, until it is too old.
@Path("/desk/sign-in")
@Authenticated
@RunOnVirtualThread
class SignIn {
    /// Browsers throw larger cookies away without a word (RFC 6265 asks for 4096 bytes with the
    /// attributes).
    private static final int TOKEN_LENGTH_MAX = 3_900;

    private final Desk desk;
    private final AccessTokenCredential token;
    private final OidcSession session;

    SignIn(Desk desk, AccessTokenCredential token, OidcSession session) {
        this.desk = desk;
        this.token = token;
        this.session = session;
    }

    @GET
    public Response signIn(@BeanParam Reader reader, @Context UriInfo uri) {
        String key = token.getToken();
        // The session ends where it begins, so that the next sign-in asks the provider again.
        session.logout().await().indefinitely();
        if (key.length() > TOKEN_LENGTH_MAX) {
            Log.warnf("access token too long for a cookie characters=%d", key.length());
            return see(reader, Address.of("desk", "key").with("wrong", "1"));
        }
        if (!desk.knows(key)) {
            return see(reader, Address.of("desk", "key").with("wrong", "1"));
        }
        return Response.fromResponse(see(reader, Address.of("desk")))
                .cookie(Keeper.cookie(key, uri))
                .build();
    }

    private static Response see(Reader reader, Address next) {
        return Response.seeOther(URI.create(reader.at(next).href(next))).build();
    }
}
