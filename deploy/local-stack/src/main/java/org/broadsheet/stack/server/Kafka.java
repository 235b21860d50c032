package org.broadsheet.stack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.broadsheet.stack.Problem;
import org.broadsheet.stack.process.Programs;
import org.broadsheet.stack.settings.Setting;

/// Kafka, broker and controller (KRaft) in one process.
public record Kafka(Stack stack, String version) implements Component {

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public String title() {
        return "Kafka " + version;
    }

    @Override
    public Setting port() {
        return Setting.KAFKA_PORT;
    }

    @Override
    public List<Setting> otherPorts() {
        return List.of(Setting.KAFKA_CONTROLLER_PORT);
    }

    @Override
    public Launch prepare() {
        Path properties = config().resolve("server.properties");
        try {
            Files.createDirectories(config());
            Files.writeString(properties, properties());
            Files.writeString(config().resolve("log4j2.yaml"), LOGGING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + config(), e);
        }
        if (!Files.exists(data().resolve("meta.properties"))) {
            format(properties);
        }
        return new Launch(
                List.of(
                        stack.java(),
                        "-Xmx" + stack.settings().heap(Setting.KAFKA_HEAP),
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dlog4j2.configurationFile=" + config().resolve("log4j2.yaml").toUri(),
                        "-cp",
                        folder().resolve("lib") + "/*",
                        "kafka.Kafka",
                        properties.toString()),
                Map.of());
    }

    @Override
    public Readiness readiness(int port) {
        return KafkaProbe.answers(host(), port) ? Readiness.yes() : Readiness.no("no answer yet");
    }

    public String bootstrapServers() {
        return host() + ":" + stack.port(name(), port());
    }

    private void format(Path properties) {
        Programs.Answer answer =
                Programs.run(
                        List.of(
                                stack.java(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                folder().resolve("lib") + "/*",
                                "kafka.tools.StorageTool",
                                "format",
                                "--ignore-formatted",
                                "-t",
                                newClusterId(UUID::randomUUID),
                                "-c",
                                properties.toString()),
                        "");
        if (!answer.succeeded()) {
            throw new Problem(
                    "Kafka: its folder cannot be set up:\n" + answer.text(),
                    "Look at the message; then run deploy/up again.");
        }
    }

    /// One that the program does not take for an option: it must not begin with a hyphen.
    static String newClusterId(Supplier<UUID> random) {
        String id = clusterId(random.get());
        while (id.startsWith("-")) {
            id = clusterId(random.get());
        }
        return id;
    }

    /// As Kafka writes them: the 16 bytes in URL-safe base 64.
    static String clusterId(UUID uuid) {
        byte[] bytes =
                ByteBuffer.allocate(Long.BYTES * 2)
                        .putLong(uuid.getMostSignificantBits())
                        .putLong(uuid.getLeastSignificantBits())
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String properties() {
        int port = stack.settings().port(port());
        int controller = stack.settings().port(Setting.KAFKA_CONTROLLER_PORT);
        return """
        # Written at each start by deploy/up.
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@%1$s:%3$d
        controller.listener.names=CONTROLLER
        listeners=PLAINTEXT://%1$s:%2$d,CONTROLLER://%1$s:%3$d
        advertised.listeners=PLAINTEXT://%1$s:%2$d
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        log.dirs=%4$s
        # One broker: one replica of everything, and few partitions of Kafka's own topics.
        default.replication.factor=1
        min.insync.replicas=1
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=4
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=4
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        share.coordinator.state.topic.num.partitions=4
        # A topic that is not created by its owner is a mistake.
        auto.create.topics.enable=false
        # A consumer that restarts alone need not wait for others.
        group.initial.rebalance.delay.ms=0
        # The compactor takes its buffer from the heap at once; the default is 128 MB.
        log.cleaner.dedupe.buffer.size=16777216
        """
                .formatted(host(), port, controller, data());
    }

    private static final String LOGGING =
            """
            Configuration:
              Appenders:
                Console:
                  name: out
                  PatternLayout:
                    pattern: "%d{ISO8601} %-5p %c{1}: %m%n"
              Loggers:
                Root:
                  level: INFO
                  AppenderRef:
                    ref: out
                Logger:
                  - name: org.apache.kafka.common.config.AbstractConfig
                    level: WARN
                  - name: kafka.server.KafkaConfig
                    level: WARN
            """;

    private Path folder() {
        return stack.home().servers(stack.settings()).resolve("kafka-" + version);
    }

    private Path config() {
        return stack.home().config().resolve("kafka");
    }

    private Path data() {
        return stack.home().data().resolve("kafka");
    }
}
