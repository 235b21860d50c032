package org.broadsheet.stack.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.broadsheet.stack.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @TempDir private Path folder;

    @Test
    void environmentWinsOverFileAndFileOverDefault() throws IOException {
        Path file = write("BROADSHEET_QUERY_PORT=9001\nBROADSHEET_INGEST_PORT=9002\n");

        Settings settings = Settings.of(Map.of("BROADSHEET_QUERY_PORT", "9003"), file);

        assertThat(settings.port(Setting.QUERY_PORT)).isEqualTo(9003);
        assertThat(settings.port(Setting.INGEST_PORT)).isEqualTo(9002);
        assertThat(settings.port(Setting.INDEX_PORT)).isEqualTo(8082);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "http", "80 80"})
    void whatIsNoPortIsToldWithTheNameOfItsSetting(String value) {
        Settings settings =
                Settings.of(Map.of("BROADSHEET_KAFKA_PORT", value), folder.resolve("none"));

        assertThatThrownBy(settings::check)
                .isInstanceOf(Problem.class)
                .hasMessageContaining("BROADSHEET_KAFKA_PORT")
                .hasMessageContaining(value);
    }

    @Test
    void heapWithoutUnitIsRefused() {
        Settings settings =
                Settings.of(Map.of("BROADSHEET_KAFKA_HEAP", "512"), folder.resolve("none"));

        assertThatThrownBy(settings::check).hasMessageContaining("BROADSHEET_KAFKA_HEAP");
    }

    @Test
    void misspeltSettingIsNamed() throws IOException {
        Path file = write("BROADSHEET_QUERYPORT=9001\n");

        assertThatThrownBy(() -> Settings.of(Map.of(), file))
                .hasMessageContaining("BROADSHEET_QUERYPORT");
    }

    @Test
    void templateChangesNothing() throws IOException {
        Path file = write(StackProperties.template());

        Settings settings = Settings.of(Map.of(), file);

        assertThat(Setting.values())
                .allSatisfy(s -> assertThat(settings.value(s)).isEqualTo(s.byDefault()));
        assertThat(Files.readString(file)).contains("#BROADSHEET_QUERY_PORT=8080");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("stack.properties"), text);
    }
}
