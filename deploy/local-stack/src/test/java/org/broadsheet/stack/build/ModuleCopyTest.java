package org.broadsheet.stack.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleCopyTest {
    @TempDir private Path folder;

    private Path packaged = Path.of("");
    private ModuleCopy copy = new ModuleCopy(packaged, packaged);

    @BeforeEach
    void build() throws IOException {
        packaged = folder.resolve("quarkus-app");
        Files.createDirectories(packaged.resolve("lib/main"));
        Files.createDirectories(packaged.resolve("app"));
        Files.writeString(packaged.resolve("lib/main/library-1.jar"), "library");
        Files.writeString(packaged.resolve("app/service.jar"), "one");
        copy = new ModuleCopy(packaged, folder.resolve("services/service"));
        Files.createDirectories(folder.resolve("services"));
    }

    @Test
    void missingCopyIsMade() {
        assertThat(copy.isCurrent()).isFalse();

        copy.renew();

        assertThat(copy.isCurrent()).isTrue();
        assertThat(copy.installed().resolve("app/service.jar")).hasContent("one");
    }

    @Test
    void changedBuildOfTheSameSizeReplacesTheCopy() throws IOException {
        copy.renew();
        Files.writeString(packaged.resolve("app/service.jar"), "two");
        assertThat(copy.isCurrent()).isFalse();

        copy.renew();

        assertThat(copy.installed().resolve("app/service.jar")).hasContent("two");
    }

    @Test
    void repeatedBuildThatChangesNothingIsTheSame() throws IOException {
        copy.renew();
        Files.writeString(packaged.resolve("app/service.jar"), "one");

        assertThat(copy.isCurrent()).isTrue();
    }

    @Test
    void generatedClassesDifferAtEveryBuildAndCountByTheirNames() throws IOException {
        generated("io/quarkus/runner/recorded/Step1.class", "a");
        copy.renew();

        generated("io/quarkus/runner/recorded/Step1.class", "b");
        assertThat(copy.isCurrent()).isTrue();
        generated("io/quarkus/runner/recorded/Step2.class", "b");
        assertThat(copy.isCurrent()).isFalse();
    }

    private void generated(String entry, String content) throws IOException {
        Files.createDirectories(packaged.resolve("quarkus"));
        Path jar = packaged.resolve("quarkus/generated-bytecode.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void otherLibraryIsAChange() throws IOException {
        copy.renew();
        Files.move(
                packaged.resolve("lib/main/library-1.jar"),
                packaged.resolve("lib/main/library-2.jar"));

        assertThat(copy.isCurrent()).isFalse();
    }
}
