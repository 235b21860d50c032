package org.broadsheet.index;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.broadsheet.index.event.EventsConfig;
import org.broadsheet.index.index.IndexConfig;

/// The service's configuration with its defaults, and with what a test sets.
public final class Configs {
    private Configs() {}

    public static SmallRyeConfig of(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(IndexerConfig.class)
                .withMapping(EventsConfig.class)
                .withMapping(IndexConfig.class)
                .withDefaultValues(settings)
                .build();
    }
}
