package org.broadsheet.query.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who stands at the desk: the key that the browser keeps in a cookie, or else the keeper who has
/// signed in. No script can read the cookies, and no other site can send them with a form.
public class Keeper {
    static final String COOKIE = "broadsheet-key";
    private static final int DAY_SECONDS = 24 * 60 * 60;

    @CookieParam(COOKIE)
    @Nullable String key;

    @Inject SignedIn signedIn;

    @HeaderParam("Origin")
    @Nullable String origin;

    @HeaderParam(HttpHeaders.HOST)
    @Nullable String host;

    /// The key; [KeyMissing] where there is none, or where another site has sent the form.
    String require() {
        if (isFromElsewhere()) {
            throw new KeyMissing();
        }
        return key().orElseThrow(KeyMissing::new);
    }

    /// What ingest-service is shown.
    Optional<String> key() {
        return typed().or(signedIn::token);
    }

    boolean maySignIn() {
        return signedIn.isPossible();
    }

    boolean isSignedIn() {
        return typed().isEmpty() && signedIn.token().isPresent();
    }

    private Optional<String> typed() {
        return Optional.ofNullable(key).filter(k -> !k.isBlank());
    }

    /// Every browser says where a form comes from.
    private boolean isFromElsewhere() {
        return origin != null && !origin.replaceFirst("^[a-z]+://", "").equals(host);
    }

    /// @param site where readers find the service
    static NewCookie cookie(String key, URI site) {
        return new NewCookie.Builder(COOKIE)
                .value(key)
                .path("/desk")
                .httpOnly(true)
                .secure("https".equals(site.getScheme()))
                .sameSite(NewCookie.SameSite.STRICT)
                .maxAge(key.isEmpty() ? 0 : DAY_SECONDS)
                .build();
    }
}
