package org.broadsheet.query.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Who is let in at the desk.
@ConfigMapping(prefix = "desk")
public interface DeskConfig {
    /// Whether keepers may sign in with the OpenID Connect provider that
    /// `quarkus.oidc.auth-server-url` names, instead of giving a key. ingest-service must take its
    /// tokens (`access.tokens`).
    @WithDefault("false")
    boolean signIn();

    /// Whether keepers who sign in come over HTTPS: the provider sends them back to an `https`
    /// address, and their cookies go no other way. Off only to try it on one machine.
    @WithDefault("true")
    boolean https();
}
