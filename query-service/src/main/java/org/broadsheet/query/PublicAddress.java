package org.broadsheet.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/// Where readers find the service, for addresses that are written down and taken elsewhere: what
/// the configuration says, or else what the request was sent to.
@ApplicationScoped
public class PublicAddress {
    private final PagesConfig config;

    PublicAddress(PagesConfig config) {
        this.config = config;
    }

    /// With a slash at its end.
    public URI of(UriInfo request) {
        return config.publicAddress()
                .map(address -> URI.create(address.toString().replaceFirst("/*$", "/")))
                .orElseGet(request::getBaseUri);
    }
}
