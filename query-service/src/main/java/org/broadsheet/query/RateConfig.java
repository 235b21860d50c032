package org.broadsheet.query;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How fast one address may ask the API.
@ConfigMapping(prefix = "api.rate")
public interface RateConfig {
    /// Requests a second that may go on for ever; 0 for no bound.
    @WithDefault("100")
    int perSecond();

    /// Requests at once.
    @WithDefault("500")
    int burst();
}
