package org.broadsheet.stack.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.broadsheet.stack.http.Json;
import org.broadsheet.stack.settings.Home;
import org.broadsheet.stack.settings.Settings;
import org.broadsheet.stack.settings.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersTest {
    @TempDir private Path folder;

    @Test
    void checksThatAreDownAreNamed() {
        Json health =
                Json.parse(
                        """
                        {"status":"DOWN","checks":[{"name":"drop folder","status":"UP"},
                         {"name":"Kafka","status":"DOWN"},{"name":"archive","status":"DOWN"}]}""");

        assertThat(QuarkusService.whatIsDown(health, 503)).isEqualTo("Kafka, archive is down");
        assertThat(QuarkusService.whatIsDown(Json.nothing(), 500))
                .isEqualTo("its health answers 500");
    }

    @Test
    void versionsAreThoseOfThePom() throws IOException {
        ServerVersions versions = ServerVersions.read(Files.readString(Path.of("servers/pom.xml")));

        assertThat(versions.postgresql()).startsWith("18.");
        assertThat(versions.kafka()).startsWith("4.");
        assertThat(versions.elasticsearch()).startsWith("9.");
        assertThatThrownBy(() -> ServerVersions.read("<project/>"))
                .hasMessageContaining("postgresql.version");
    }

    @Test
    void passwordIsMadeOnceAndOnlyItsOwnerReadsIt() throws IOException {
        Secrets secrets = new Secrets(folder);

        String password = secrets.value("password");

        assertThat(password).matches("[0-9a-f]{40}");
        assertThat(secrets.value("password")).isEqualTo(password);
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(secrets.file("password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void clusterIdIsWrittenAsKafkaWritesIt() {
        assertThat(Kafka.clusterId(new UUID(0, 1))).isEqualTo("AAAAAAAAAAAAAAAAAAAAAQ");
    }

    @Test
    void newClusterIdIsNeverTakenForAnOption() {
        Iterator<UUID> random = List.of(new UUID(62L << 58, 0), new UUID(0, 1)).iterator();

        assertThat(Kafka.newClusterId(random::next)).isEqualTo("AAAAAAAAAAAAAAAAAAAAAQ");
    }

    @Test
    void elasticsearchKeepsItsOptionsButWritesNoFilesAndTakesOurHeap() {
        Settings settings =
                Settings.of(Map.of("BROADSHEET_ELASTICSEARCH_HEAP", "1g"), folder.resolve("none"));
        Stack stack = new Stack(new Sources(folder), new Home(folder), settings, folder);

        String options =
                new ElasticsearchConfig(stack, folder, "127.0.0.1")
                        .jvmOptions(
                                """
                                # comment

                                -XX:+UseG1GC
                                -XX:ErrorFile=hs_err_pid%p.log
                                -Xlog:gc*:file=gc.log
                                """);

        assertThat(options).isEqualTo("-XX:+UseG1GC\n-Xms1g\n-Xmx1g\n");
    }

    @Test
    void nobodyAnswersOnAClosedPort() {
        assertThat(KafkaProbe.answers("127.0.0.1", 1)).isFalse();
    }
}
