package org.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URL;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TraceSwitchTest {
    @Test
    void offUnlessAReceiverIsNamed() throws IOException {
        assertThat(isOff(Map.of())).isTrue();
        assertThat(isOff(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", ""))).isTrue();
        assertThat(isOff(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://jaeger:4318"))).isFalse();
    }

    private static boolean isOff(Map<String, String> environment) throws IOException {
        URL settings =
                Objects.requireNonNull(
                        TraceSwitchTest.class.getResource("/application.properties"));
        SmallRyeConfig config =
                new SmallRyeConfigBuilder()
                        .addDefaultInterceptors()
                        .withSources(new PropertiesConfigSource(settings))
                        .withSources(new PropertiesConfigSource(environment, "environment", 300))
                        .build();
        return config.getValue("quarkus.otel.sdk.disabled", Boolean.class);
    }
}
