package org.broadsheet.query.web;

import io.quarkus.logging.Log;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.broadsheet.query.archive.Desk;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The way of a keeper to the OpenID Connect provider and back. What the session is good for is for
/// ingest-service to say.
@Path("/desk")
@RunOnVirtualThread
class SignIn {
    private final Desk desk;
    private final SignedIn keeper;
    private final OidcSession session;
    private final HttpAuthenticator authenticator;

    SignIn(Desk desk, SignedIn keeper, OidcSession session, HttpAuthenticator authenticator) {
        this.desk = desk;
        this.keeper = keeper;
        this.session = session;
        this.authenticator = authenticator;
    }

    /// Sends to the provider, which sends back here.
    @GET
    @Path("sign-in")
    public Response signIn(
            @BeanParam Reader reader,
            @RestQuery @Nullable String state,
            @Context RoutingContext routing) {
        requirePossible();
        try {
            boolean isBack = state != null;
            if (keeper.identity().isAnonymous()) {
                if (isBack) {
                    return failed(reader, "nothing known here of this sign-in, or no more");
                }
                return toProvider(routing);
            }
        } catch (AuthenticationCompletionException | OIDCException e) {
            return failed(reader, e.getClass().getSimpleName());
        }
        boolean isGood = keeper.token().filter(desk::knows).isPresent();
        return see(
                reader,
                isGood ? Address.of("desk") : Address.of("desk", "key").with("wrong", "account"));
    }

    /// Quarkus sends to the provider from here, whose session ends too; where it has no address for
    /// that (`quarkus.oidc.logout.path` is empty then), only ours ends.
    @GET
    @Path("sign-out")
    public Response signOut(@BeanParam Reader reader) {
        requirePossible();
        if (keeper.token().isPresent()) {
            session.logout().await().indefinitely();
        }
        return see(reader, Address.of("desk", "key"));
    }

    /// Throws [OIDCException] where the provider's addresses are not known, because it does not
    /// answer.
    private Response toProvider(RoutingContext routing) {
        ChallengeData challenge = authenticator.getChallenge(routing).await().indefinitely();
        Response.ResponseBuilder response = Response.status(challenge.status);
        challenge.getHeaders().forEach((name, value) -> response.header(name.toString(), value));
        return response.build();
    }

    private void requirePossible() {
        if (!keeper.isPossible()) {
            throw new NotFoundException();
        }
    }

    private static Response failed(Reader reader, String reason) {
        Log.warnf("sign-in failed: %s", reason);
        return see(reader, Address.of("desk", "key").with("wrong", "sign-in"));
    }

    private static Response see(Reader reader, Address next) {
        return Response.seeOther(URI.create(reader.at(next).href(next))).build();
    }
}
