package org.broadsheet.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/// What goes wrong in the life of an archive, for the desk to show.
final class Mishaps {
    private Mishaps() {}

    /// Something on the topic that is no event, and so becomes a dead letter.
    static void unreadableEvent(String key) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", Deploy.environment("KAFKA_BOOTSTRAP_SERVERS")),
                        new StringSerializer(),
                        new StringSerializer())) {
            String value = "不是事件 " + UUID.randomUUID();
            producer.send(new ProducerRecord<>("broadsheet.articles.v1", key, value)).get();
        }
    }

    /// A file that is no issue file and can't be put away: where its folder is to be, a file is in
    /// the way. It is set aside until [#clear].
    static final class Stranded implements AutoCloseable {
        static final String NAME = "搁浅/版.pdf";

        private final Path file = Deploy.home().resolve("drop").resolve(NAME);
        private final Path inTheWay = Deploy.home().resolve("drop/rejected/搁浅");

        Stranded() throws IOException {
            Files.createDirectories(inTheWay.getParent());
            Files.writeString(inTheWay, "x");
            Files.createDirectories(file.getParent());
            Files.writeString(file, "%PDF " + UUID.randomUUID());
        }

        /// Clears the way, once; later the folder is there. A file that has changed is tried again
        /// soon.
        void clear() throws IOException {
            if (Files.isRegularFile(inTheWay)) {
                Files.setLastModifiedTime(file, FileTime.from(Clock.systemUTC().instant()));
                Files.delete(inTheWay);
            }
        }

        @Override
        public void close() throws IOException {
            clear();
        }
    }
}
