package org.broadsheet.query;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/// How the pages are known outside.
@ConfigMapping(prefix = "pages")
interface PagesConfig {
    /// Where readers find the service, such as `https://papers.example`; it stands in permanent
    /// addresses and feeds. Without it they have the address that a request was sent to.
    Optional<URI> publicAddress();
}
