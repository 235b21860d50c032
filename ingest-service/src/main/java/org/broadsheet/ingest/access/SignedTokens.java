package org.broadsheet.ingest.access;

import io.quarkus.logging.Log;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/// Access tokens of an OpenID Connect provider, where `access.tokens` is on. Signature, issuer, age
/// and, where it is set, audience are looked at by Quarkus.
@ApplicationScoped
public class SignedTokens {
    private static final String ROLE_PREFIX = "broadsheet-";

    /// The provider's keys may have to be fetched.
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);

    private final AccessConfig config;
    private final TenantIdentityProvider provider;

    SignedTokens(AccessConfig config, TenantIdentityProvider provider) {
        this.config = config;
        this.provider = provider;
    }

    /// What a presented token is good for: the most that its roles say. Empty if tokens are off, if
    /// it is no good token, or if it has no role of ours.
    public Optional<Role> roleOf(String presented) {
        if (!config.tokens() || presented.chars().filter(c -> c == '.').count() != 2) {
            return Optional.empty();
        }
        try {
            SecurityIdentity identity =
                    provider.authenticate(new AccessTokenCredential(presented))
                            .await()
                            .atMost(ANSWERS_WITHIN);
            return identity.getRoles().stream()
                    .filter(role -> role.startsWith(ROLE_PREFIX))
                    .flatMap(role -> Role.named(role.substring(ROLE_PREFIX.length())).stream())
                    .max(Comparator.naturalOrder());
        } catch (AuthenticationFailedException e) {
            Log.infof("token refused reason=%s", e.getMessage());
            return Optional.empty();
        }
    }
}
