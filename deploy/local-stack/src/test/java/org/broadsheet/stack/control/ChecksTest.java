package org.broadsheet.stack.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.broadsheet.stack.Problem;
import org.broadsheet.stack.http.Json;
import org.broadsheet.stack.server.Kafka;
import org.broadsheet.stack.server.Stack;
import org.broadsheet.stack.settings.Home;
import org.broadsheet.stack.settings.Settings;
import org.broadsheet.stack.settings.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {
    @TempDir private Path folder;

    @Test
    void takenPortIsNamedWithItsHolderAndItsSetting() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(socket.getLocalPort());
            Kafka kafka = kafka(Map.of("BROADSHEET_KAFKA_CONTROLLER_PORT", port));

            assertThatThrownBy(() -> PortCheck.of(kafka.stack(), List.of(kafka)))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("Port " + port)
                    .hasMessageContaining("kafka")
                    .hasMessageContaining("pid " + ProcessHandle.current().pid())
                    .hasMessageContaining("BROADSHEET_KAFKA_CONTROLLER_PORT");
        }
    }

    @Test
    void onePortForTwoIsRefused() {
        Kafka kafka =
                kafka(
                        Map.of(
                                "BROADSHEET_KAFKA_PORT",
                                "20001",
                                "BROADSHEET_KAFKA_CONTROLLER_PORT",
                                "20001"));

        assertThatThrownBy(() -> PortCheck.of(kafka.stack(), List.of(kafka)))
                .hasMessageContaining("are both 20001");
    }

    @Test
    void nearlyFullDiskIsRefused() {
        Home home = new Home(folder);

        assertThatThrownBy(() -> DiskCheck.check(1_999_999_999L, home))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("2.0 GB")
                .hasMessageContaining(folder.toString());
        assertThatCode(() -> DiskCheck.check(2_000_000_000L, home)).doesNotThrowAnyException();
    }

    @Test
    void archiveIsSettledOnlyWhenNothingIsOnItsWay() {
        Json ingest = ingest(0, 0, 0);

        assertThat(new Counts(ingest, Json.parse("{\"lag\":0}")).isSettled()).isTrue();
        assertThat(new Counts(ingest, Json.parse("{\"lag\":1}")).isSettled()).isFalse();
        assertThat(new Counts(ingest, Json.nothing()).isSettled()).isFalse();
        assertThat(new Counts(ingest(1, 0, 0), Json.parse("{\"lag\":0}")).isSettled()).isFalse();
        assertThat(new Counts(ingest(0, 1, 0), Json.parse("{\"lag\":0}")).isSettled()).isFalse();
        assertThat(new Counts(ingest(0, 0, 1), Json.parse("{\"lag\":0}")).isSettled()).isFalse();
    }

    @Test
    void articlesAreAllFoundWhenSearchesSeeThemButForDeadLetters() {
        Json ingest = Json.parse("{\"articles\":{\"stored\":7}}");

        assertThat(new Counts(ingest, Json.parse("{\"documents\":7}")).areAllFound()).isTrue();
        assertThat(new Counts(ingest, Json.parse("{\"documents\":6}")).areAllFound()).isFalse();
        assertThat(new Counts(ingest, Json.parse("{\"documents\":6,\"dead\":1}")).areAllFound())
                .isTrue();
        assertThat(new Counts(ingest, Json.nothing()).areAllFound()).isFalse();
    }

    private static Json ingest(int waiting, int received, int unpublished) {
        return Json.parse(
                "{\"files\":{\"waiting\":%d,\"received\":%d},\"outbox\":{\"unpublished\":%d}}"
                        .formatted(waiting, received, unpublished));
    }

    private Kafka kafka(Map<String, String> environment) {
        Settings settings = Settings.of(environment, folder.resolve("none"));
        Stack stack = new Stack(new Sources(folder), new Home(folder), settings, folder);
        return new Kafka(stack, "4");
    }
}
