package org.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// A topic that somebody deletes is made anew and filled from the archive.
@QuarkusTest
@QuarkusTestResource(value = TestServers.class, restrictToAnnotatedClass = true)
class LostTopicIT {
    @ConfigProperty(name = "drop.folder")
    Path folder;

    @ConfigProperty(name = "outbox.topic")
    String topic;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void deletedTopicIsFilledAgain() throws Exception {
        Files.writeString(folder.resolve("lost.txt"), "□本报记者 李明\n码头的吊车今天仍然停着。\n");
        List<String> keys = awaitKeys(List.of());

        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.deleteTopics(List.of(topic)).all().get();
        }

        await().atMost(Duration.ofSeconds(40))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(keys()).containsExactlyElementsOf(keys));
    }

    private List<String> awaitKeys(List<String> before) {
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(keys()).isNotEqualTo(before));
        return keys();
    }

    private List<String> keys() {
        try (TopicReader reader = new TopicReader(bootstrapServers, topic)) {
            return reader.records().stream()
                    .map(record -> record.key())
                    .sorted()
                    .collect(Collectors.toList());
        }
    }
}
