package org.broadsheet.ingest.access;

/// The OpenID Connect provider does not answer, so that nobody can say whether a token is good.
public final class ProviderAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProviderAway(Throwable cause) {
        super("the OpenID Connect provider does not answer", cause);
    }
}
