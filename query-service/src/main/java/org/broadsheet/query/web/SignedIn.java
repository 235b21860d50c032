package org.broadsheet.query.web;

import io.quarkus.logging.Log;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/// The keeper who has signed in with the OpenID Connect provider. Quarkus keeps the session in
/// encrypted cookies and renews its tokens; nobody is asked where sign-in is off.
@RequestScoped
class SignedIn {
    private final DeskConfig config;
    private final CurrentIdentityAssociation identity;

    SignedIn(DeskConfig config, CurrentIdentityAssociation identity) {
        this.config = config;
        this.identity = identity;
    }

    boolean isPossible() {
        return config.signIn();
    }

    /// What ingest-service knows the keeper by; empty without a session, and where it has come to
    /// its end.
    Optional<String> token() {
        if (!config.signIn()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(identity().getCredential(AccessTokenCredential.class))
                    .map(AccessTokenCredential::getToken);
        } catch (AuthenticationFailedException | AuthenticationCompletionException e) {
            return Optional.empty();
        } catch (OIDCException e) {
            Log.warnf("sessions of keepers cannot be looked at: %s", e.getMessage());
            return Optional.empty();
        }
    }

    /// Who asks, anonymous without a session. Throws what Quarkus answers with a way to the
    /// provider or back, and [AuthenticationCompletionException] where a sign-in has failed.
    SecurityIdentity identity() {
        return identity.getDeferredIdentity().await().indefinitely();
    }
}
