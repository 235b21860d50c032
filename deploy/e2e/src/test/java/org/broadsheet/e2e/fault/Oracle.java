package org.broadsheet.e2e.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// The one question after every fault: is everything there, once, newest, and nothing else? It asks
/// PostgreSQL, Kafka, Elasticsearch and the folder themselves, never the services.
final class Oracle {
    /// Endings of what ingest-service writes beside a file it has taken.
    private static final List<String> TOLD_OF_FILES = List.of(".reason.txt", ".receipt.json");

    private static final JsonMapper JSON = new JsonMapper();
    private static final int EXAMPLES_MAX = 3;

    private final Line line;

    Oracle(Line line) {
        this.line = line;
    }

    /// What an article is, by the archive and by the index.
    private record State(long revision, String hash, boolean withdrawn) {}

    /// @param faults empty when all is well
    record Verdict(int articles, int withdrawn, int deadLetters, int files, List<String> faults) {
        boolean isGood() {
            return faults.isEmpty();
        }
    }

    Verdict ask() throws SQLException, IOException {
        List<String> faults = new ArrayList<>();
        Map<String, State> ledger = ledger();
        compare(faults, "(a) index", ledger, index());
        compareTopic(faults, ledger);
        long unpublished = line.unpublished();
        if (unpublished > 0) {
            faults.add("(c) outbox: " + unpublished + " rows unpublished");
        }
        Set<String> dead = deadLetters();
        compareSets(faults, "(d) dead letters", line.poison(), dead);
        Set<String> files = files();
        compareSets(faults, "(e) files", line.press().dropped(), files);
        int withdrawn = (int) ledger.values().stream().filter(State::withdrawn).count();
        return new Verdict(ledger.size(), withdrawn, dead.size(), files.size(), faults);
    }

    private Map<String, State> ledger() throws SQLException {
        Map<String, State> ledger = new HashMap<>();
        try (Connection connection = line.archive();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select id, revision, content_hash, withdrawn from article")) {
            while (rows.next()) {
                boolean withdrawn = rows.getBoolean(4);
                ledger.put(
                        rows.getString(1),
                        new State(rows.getLong(2), withdrawn ? "" : rows.getString(3), withdrawn));
            }
        }
        return ledger;
    }

    private Map<String, State> index() throws IOException {
        String address = Servers.elasticsearch() + "/" + line.writeAlias();
        require(Web.post(address + "/_refresh", ""));
        String pit = require(Web.post(address + "/_pit?keep_alive=1m", "")).get("id").asText();
        Map<String, State> documents = new HashMap<>();
        JsonNode after = JSON.missingNode();
        while (true) {
            ObjectNode search = JSON.createObjectNode().put("size", 5_000).put("version", true);
            search.putObject("pit").put("id", pit).put("keep_alive", "1m");
            search.putArray("sort").addObject().put("_shard_doc", "asc");
            search.putArray("_source").add("contentHash").add("withdrawn");
            if (!after.isMissingNode()) {
                search.set("search_after", after);
            }
            JsonNode answer =
                    require(Web.post(Servers.elasticsearch() + "/_search", search.toString()));
            JsonNode hits = answer.at("/hits/hits");
            for (JsonNode hit : hits) {
                documents.put(
                        hit.get("_id").asText(),
                        new State(
                                hit.get("_version").asLong(),
                                hit.at("/_source/contentHash").asText(""),
                                hit.at("/_source/withdrawn").asBoolean()));
                after = hit.get("sort");
            }
            if (hits.isEmpty()) {
                Web.send(
                        "DELETE",
                        Servers.elasticsearch() + "/_pit",
                        JSON.createObjectNode().put("id", pit).toString());
                return documents;
            }
        }
    }

    private static JsonNode require(Web.Answer answer) throws IOException {
        if (!answer.isOk()) {
            throw new IOException("Elasticsearch says " + answer.status() + " " + answer.body());
        }
        return answer.body();
    }

    private void compareTopic(List<String> faults, Map<String, State> ledger) throws IOException {
        Map<String, Long> highest = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> event : records(line.topic())) {
            if (event.key() == null || event.value() == null) {
                continue;
            }
            String key = new String(event.key(), StandardCharsets.UTF_8);
            if (ledger.containsKey(key)) {
                long revision = JSON.readTree(event.value()).path("revision").asLong();
                highest.merge(key, revision, Math::max);
            }
        }
        Map<String, Long> wanted = new HashMap<>();
        ledger.forEach((id, state) -> wanted.put(id, state.revision()));
        compare(faults, "(b) topic", wanted, highest);
    }

    private Set<String> deadLetters() {
        Set<String> letters = new HashSet<>();
        for (ConsumerRecord<byte[], byte[]> letter : records(line.deadLetterTopic())) {
            if (letter.headers().lastHeader("dead-letter.cause") != null) {
                letters.add(Line.poisonId(letter.key(), letter.value()));
            }
        }
        return letters;
    }

    private Set<String> files() throws IOException {
        Set<String> hashes = new HashSet<>();
        try (Stream<Path> files = Files.walk(line.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (TOLD_OF_FILES.stream().noneMatch(file.toString()::endsWith)) {
                    hashes.add(Press.sha256(Files.readAllBytes(file)));
                }
            }
        }
        return hashes;
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                Servers.kafka(),
                                "default.api.timeout.ms",
                                5_000),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    private static <T> void compare(
            List<String> faults, String what, Map<String, T> wanted, Map<String, T> found) {
        compareSets(faults, what, wanted.keySet(), found.keySet());
        List<String> different =
                wanted.entrySet().stream()
                        .filter(
                                each ->
                                        found.containsKey(each.getKey())
                                                && !each.getValue()
                                                        .equals(found.get(each.getKey())))
                        .map(
                                each ->
                                        each.getKey()
                                                + " is "
                                                + found.get(each.getKey())
                                                + ", must be "
                                                + each.getValue())
                        .sorted()
                        .toList();
        add(faults, what + ": different", different);
    }

    private static void compareSets(
            List<String> faults, String what, Set<String> wanted, Set<String> found) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(found);
        add(faults, what + ": missing", List.copyOf(missing));
        Set<String> unwanted = new TreeSet<>(found);
        unwanted.removeAll(wanted);
        add(faults, what + ": not wanted", List.copyOf(unwanted));
    }

    private static void add(List<String> faults, String what, List<String> which) {
        if (!which.isEmpty()) {
            List<String> examples = which.subList(0, Math.min(EXAMPLES_MAX, which.size()));
            faults.add(what + " " + which.size() + ", such as " + examples);
        }
    }
}
