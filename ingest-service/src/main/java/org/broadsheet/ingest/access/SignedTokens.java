package org.broadsheet.ingest.access;

import io.quarkus.logging.Log;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/// Access tokens of an OpenID Connect provider, where `access.tokens` is on. Signature, issuer,
/// audience and age are looked at by Quarkus.
@ApplicationScoped
public class SignedTokens {
    /// Three parts in base64url (RFC 7515, section 7.1), whatever they say.
    private static final Pattern SIGNED = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    private static final Set<Integer> CLAIMS =
            Set.of(
                    ErrorCodes.EXPIRED,
                    ErrorCodes.NOT_YET_VALID,
                    ErrorCodes.ISSUER_INVALID,
                    ErrorCodes.ISSUER_MISSING,
                    ErrorCodes.AUDIENCE_INVALID,
                    ErrorCodes.AUDIENCE_MISSING);

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
    /// it is no good token, or if it has no role of ours. [ProviderAway] if that cannot be found
    /// out.
    public Optional<Role> roleOf(String presented) {
        if (!config.tokens() || !SIGNED.matcher(presented).matches()) {
            return Optional.empty();
        }
        try {
            SecurityIdentity identity =
                    provider.authenticate(new AccessTokenCredential(presented))
                            .await()
                            .atMost(ANSWERS_WITHIN);
            Optional<Role> role =
                    identity.getRoles().stream()
                            .filter(each -> each.startsWith(ROLE_PREFIX))
                            .flatMap(
                                    each ->
                                            Role.named(each.substring(ROLE_PREFIX.length()))
                                                    .stream())
                            .max(Comparator.naturalOrder());
            if (role.isEmpty()) {
                Log.info("token refused reason=none of its roles is ours");
            }
            return role;
        } catch (AuthenticationFailedException e) {
            Log.infof("token refused reason=%s", reason(e));
            return Optional.empty();
        } catch (OIDCException | TimeoutException e) {
            throw new ProviderAway(e);
        }
    }

    /// What is wrong with the claims of a token that the provider has signed. Of any other the
    /// exceptions tell the whole token, which is not for a log.
    private static String reason(AuthenticationFailedException refusal) {
        for (@Nullable Throwable e = refusal; e != null; e = e.getCause()) {
            if (e instanceof InvalidJwtException invalid
                    && CLAIMS.stream().anyMatch(invalid::hasErrorCode)) {
                return invalid.getErrorDetails().getFirst().getErrorMessage();
            }
        }
        return "not signed by the provider";
    }
}
