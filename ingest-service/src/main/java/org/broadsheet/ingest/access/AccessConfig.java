package org.broadsheet.ingest.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/// Who may do what over HTTP.
@ConfigMapping(prefix = "access")
public interface AccessConfig {
    /// A key for everything, given by whoever runs the service. Without it nobody can write before
    /// the first key is in the database.
    Optional<String> key();

    /// Whether reading the ledger needs a key too.
    @WithDefault("false")
    boolean readsNeedKey();

    /// Whether a signed access token (JWT) of the OpenID Connect provider that
    /// `quarkus.oidc.auth-server-url` names opens what a key does. It must be meant for this
    /// service (`aud`: `broadsheet`, or what `quarkus.oidc.token.audience` says); the highest of
    /// its roles `broadsheet-read`, `broadsheet-drop` and `broadsheet-manage` counts.
    @WithDefault("false")
    boolean tokens();
}
