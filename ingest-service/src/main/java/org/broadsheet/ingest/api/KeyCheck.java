package org.broadsheet.ingest.api;

import io.quarkus.logging.Log;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Optional;
import org.broadsheet.ingest.access.AccessConfig;
import org.broadsheet.ingest.access.ApiKeys;
import org.broadsheet.ingest.access.ProviderAway;
import org.broadsheet.ingest.access.Role;
import org.broadsheet.ingest.access.SignedTokens;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Lets a request through if its key, or its signed token, is good for what it asks:
/// `Authorization: Bearer <key or token>`, or `X-API-Key: <key>`; and if the key does not bring
/// files too fast.
@Singleton
class KeyCheck {
    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;
    private final SignedTokens tokens;
    private final UploadRate rate;

    /// Asked for late: filters are made before the configuration is known.
    private final Provider<AccessConfig> config;

    @Inject
    KeyCheck(ApiKeys keys, SignedTokens tokens, UploadRate rate, Provider<AccessConfig> config) {
        this.keys = keys;
        this.tokens = tokens;
        this.rate = rate;
        this.config = config;
    }

    /// @return the refusal; empty lets it through
    @ServerRequestFilter
    Optional<Response> check(ResourceInfo resource, HttpHeaders headers) throws SQLException {
        Role needed = needed(resource);
        if (needed == Role.READ && !config.get().readsNeedKey()) {
            return Optional.empty();
        }
        Optional<String> presented = presented(headers);
        if (presented.isEmpty()) {
            return Optional.of(
                    unauthorized(
                            "This needs a key: send it as 'Authorization: Bearer <key>'. deploy/up prints where the local one lies, deploy/apikey makes more."));
        }
        Optional<Role> role = keys.roleOf(presented.get());
        if (role.isEmpty()) {
            try {
                role = tokens.roleOf(presented.get());
            } catch (ProviderAway e) {
                Log.warnf(e, "tokens cannot be looked at");
                return Optional.of(
                        Problem.of(
                                503,
                                "Tokens cannot be looked at",
                                "The OpenID Connect provider does not answer. Keys open as ever."));
            }
        }
        if (role.isEmpty()) {
            return Optional.of(
                    unauthorized(
                            "The key is not known, or was revoked. deploy/apikey lists those that are good."));
        }
        if (!role.get().may(needed)) {
            return Optional.of(
                    Problem.of(
                            403,
                            "The key is not good for this",
                            "The key has the role '%s'; this needs '%s'."
                                    .formatted(role.get().written(), needed.written())));
        }
        return needed == Role.DROP && !rate.allows(presented.get())
                ? Optional.of(Problems.tooFast())
                : Optional.empty();
    }

    private static Role needed(ResourceInfo resource) {
        NeedsKey onMethod = resource.getResourceMethod().getAnnotation(NeedsKey.class);
        if (onMethod != null) {
            return onMethod.value();
        }
        NeedsKey onType = resource.getResourceClass().getAnnotation(NeedsKey.class);
        return onType == null ? Role.READ : onType.value();
    }

    private static Optional<String> presented(HttpHeaders headers) {
        String authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.startsWith(BEARER)) {
            return Optional.of(authorization.substring(BEARER.length()).strip());
        }
        return Optional.ofNullable(headers.getHeaderString("X-API-Key"));
    }

    private static Response unauthorized(String detail) {
        return Response.fromResponse(Problem.of(401, "A key is needed", detail))
                .header("WWW-Authenticate", "Bearer realm=\"ingest-service\"")
                .build();
    }
}
