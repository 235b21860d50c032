package org.broadsheet.stack.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.broadsheet.stack.files.Folders;
import org.broadsheet.stack.server.Stack;
import org.broadsheet.stack.settings.Home;
import org.broadsheet.stack.settings.Settings;
import org.broadsheet.stack.settings.Sources;
import org.broadsheet.stack.terminal.Terminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleBuildTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);
    private static final FileTime BUILT = FileTime.fromMillis(2_000_000);
    private static final FileTime LATER = FileTime.fromMillis(3_000_000);

    @TempDir private Path clone;

    @BeforeEach
    void cloneThatWasBuilt() throws IOException {
        write("pom.xml");
        write("service/pom.xml");
        write("service/src/main/java/Service.java");
        write("service/src/test/java/ServiceTest.java");
        write("service/target/quarkus-app/quarkus-run.jar");
        for (Path path : Folders.everythingIn(clone)) {
            Files.setLastModifiedTime(path, LONG_AGO);
        }
        touch("service/target/quarkus-app/quarkus-run.jar", BUILT);
    }

    @Test
    void builtServiceIsNotBuiltAgain() throws IOException {
        touch("service/src/test/java/ServiceTest.java", LATER);

        assertThat(isStale()).isFalse();
    }

    @Test
    void changedSourceIsBuilt() throws IOException {
        touch("service/src/main/java/Service.java", LATER);

        assertThat(isStale()).isTrue();
    }

    @Test
    void changedParentPomIsBuilt() throws IOException {
        touch("pom.xml", LATER);

        assertThat(isStale()).isTrue();
    }

    @Test
    void deletedSourceIsBuilt() throws IOException {
        Files.delete(clone.resolve("service/src/main/java/Service.java"));

        assertThat(isStale()).isTrue();
    }

    @Test
    void missingBuildIsBuilt() throws IOException {
        Files.delete(clone.resolve("service/target/quarkus-app/quarkus-run.jar"));

        assertThat(isStale()).isTrue();
    }

    private boolean isStale() {
        Stack stack =
                new Stack(
                        new Sources(clone),
                        new Home(clone),
                        Settings.of(Map.of(), clone.resolve("none")),
                        clone);
        PrintStream nowhere =
                new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        return new ModuleBuild(stack, new Terminal(nowhere, 0, false))
                .isStale(Module.service("service"));
    }

    private void write(String name) throws IOException {
        Files.createDirectories(clone.resolve(name).getParent());
        Files.writeString(clone.resolve(name), "");
    }

    private void touch(String name, FileTime time) throws IOException {
        Files.setLastModifiedTime(clone.resolve(name), time);
    }
}
