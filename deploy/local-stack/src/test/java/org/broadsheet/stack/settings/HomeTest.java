package org.broadsheet.stack.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir private Path folder;

    @Test
    void nobodyElseMayLookIn() throws IOException {
        Home home = new Home(folder.resolve("a home"));

        home.create();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.root())))
                .isEqualTo("rwx------");
        assertThat(home.drop()).isDirectory();
    }

    @Test
    void settingsOfTheUserAreKept() throws IOException {
        Home home = new Home(folder);
        Files.writeString(home.properties(), "BROADSHEET_QUERY_PORT=9001\n");

        home.create();

        assertThat(home.properties()).hasContent("BROADSHEET_QUERY_PORT=9001");
    }

    @Test
    void environmentNamesTheHome() {
        assertThat(Home.of(Map.of("BROADSHEET_HOME", "/x/../y")).root()).isEqualTo(Path.of("/y"));
        assertThat(Home.of(Map.of()).root().toString()).endsWith("/.local/share/broadsheet");
    }

    @Test
    void freeSpaceIsKnownBeforeTheHomeExists() {
        assertThat(new Home(folder.resolve("not/yet/there")).freeBytes()).isPositive();
    }
}
