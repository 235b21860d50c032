package org.broadsheet.e2e.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// The one question after every fault: is everything there, once, newest, and nothing else? It asks
/// PostgreSQL, Kafka, Elasticsearch and the folder themselves, never the services. What it was told
/// to put down to one fault it does not hold against the next ones.
final class Oracle {
    /// Endings of what ingest-service writes beside a file it has taken.
    private static final List<String> TOLD_OF_FILES = List.of(".reason.txt", ".receipt.json");

    private static final String LETTERS = "(d) dead letters";
    private static final String NOT_WANTED = ": not wanted";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int EXAMPLES_MAX = 3;

    private final Line line;
    private final Set<Finding> putDown = new HashSet<>();

    Oracle(Line line) {
        this.line = line;
    }

    /// What an article is, by the archive and by the index.
    private record State(long revision, String hash, boolean withdrawn) {}

    /// One thing that is not as it must be.
    ///
    /// @param what is wrong, with its letter in the README
    /// @param which article, row, letter or file
    private record Finding(String what, String which) {
        /// A dead letter stays where it is, however long one waits.
        private boolean mayHeal() {
            return !what.equals(LETTERS + NOT_WANTED);
        }
    }

    /// What the oracle says.
    static final class Verdict {
        private final int articles;
        private final int withdrawn;
        private final int deadLetters;
        private final int files;
        private final Map<Finding, String> findings;
        private final Optional<String> unanswered;

        private Verdict(
                int articles,
                int withdrawn,
                int deadLetters,
                int files,
                Map<Finding, String> findings,
                Optional<String> unanswered) {
            this.articles = articles;
            this.withdrawn = withdrawn;
            this.deadLetters = deadLetters;
            this.files = files;
            this.findings = findings;
            this.unanswered = unanswered;
        }

        /// A server could not be asked.
        static Verdict unanswered(Exception why) {
            return new Verdict(0, 0, 0, 0, Map.of(), Optional.of(String.valueOf(why)));
        }

        boolean isGood() {
            return findings.isEmpty() && unanswered.isEmpty();
        }

        /// Whether all that is wrong could come right by waiting.
        boolean mayHeal() {
            return findings.keySet().stream().allMatch(Finding::mayHeal);
        }

        /// What is wrong, in a few lines; empty when all is well.
        List<String> faults() {
            Map<String, List<String>> examples = new TreeMap<>();
            findings.forEach(
                    (finding, state) ->
                            examples.computeIfAbsent(finding.what(), what -> new ArrayList<>())
                                    .add(finding.which() + state));
            List<String> faults = new ArrayList<>();
            unanswered.ifPresent(why -> faults.add("a server does not answer: " + why));
            examples.forEach(
                    (what, all) ->
                            faults.add(
                                    "%s %d, such as %s"
                                            .formatted(
                                                    what,
                                                    all.size(),
                                                    all.subList(
                                                            0,
                                                            Math.min(EXAMPLES_MAX, all.size())))));
            return faults;
        }

        /// How much there was to look at.
        String counts() {
            return "%d articles (%d withdrawn), %d files, %d dead letters"
                    .formatted(articles, withdrawn, files, deadLetters);
        }
    }

    /// Whatever is wrong and was not put down to an earlier fault.
    Verdict ask() throws SQLException, IOException {
        Map<Finding, String> findings = new LinkedHashMap<>();
        Set<String> dropped = line.press().dropped();
        compareSets(findings, "(e) files", dropped, files());
        compareSets(findings, "(e) files in the drop folder", Set.of(), line.waitingFiles());
        compareSets(
                findings,
                "(e) files in the archive",
                dropped,
                line.column("select distinct sha256 from issue_file"));
        return verdict(findings, dropped.size());
    }

    /// The same without the files, which are somebody else's to judge.
    Verdict askOfArticles() throws SQLException, IOException {
        return verdict(new LinkedHashMap<>(), (int) line.number("select count(*) from issue_file"));
    }

    /// @param findings about files; gets those about articles
    private Verdict verdict(Map<Finding, String> findings, int files)
            throws SQLException, IOException {
        Map<String, State> ledger = ledger();
        compare(findings, "(a) index", ledger, index());
        compare(findings, "(b) topic", revisions(ledger), revisionsOnTopic(ledger.keySet()));
        compareSets(
                findings,
                "(c) outbox, unpublished rows",
                Set.of(),
                line.column("select id from outbox where published_at is null"));
        Set<String> dead = deadLetters();
        compareSets(findings, LETTERS, line.poison(), dead);
        findings.keySet().removeAll(putDown);
        int withdrawn = (int) ledger.values().stream().filter(State::withdrawn).count();
        return new Verdict(
                ledger.size(), withdrawn, dead.size(), files, findings, Optional.empty());
    }

    /// Its findings are told, and left out from now on.
    void putDown(Verdict verdict) {
        putDown.addAll(verdict.findings.keySet());
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

    private static Map<String, Long> revisions(Map<String, State> ledger) {
        Map<String, Long> revisions = new HashMap<>();
        ledger.forEach((id, state) -> revisions.put(id, state.revision()));
        return revisions;
    }

    /// The highest of each of these articles.
    private Map<String, Long> revisionsOnTopic(Set<String> articles) throws IOException {
        Map<String, Long> highest = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> event : records(line.topic())) {
            if (event.key() == null || event.value() == null) {
                continue;
            }
            String key = new String(event.key(), StandardCharsets.UTF_8);
            if (articles.contains(key)) {
                long revision = JSON.readTree(event.value()).path("revision").asLong();
                highest.merge(key, revision, Math::max);
            }
        }
        return highest;
    }

    /// By key and bytes.
    Set<String> deadLetters() {
        Set<String> letters = new HashSet<>();
        for (ConsumerRecord<byte[], byte[]> letter : records(line.deadLetterTopic())) {
            if (letter.headers().lastHeader("dead-letter.cause") != null) {
                letters.add(Line.poisonId(letter.key(), letter.value()));
            }
        }
        return letters;
    }

    /// The files in the drop folder, by their bytes.
    ///
    /// @throws IOException if one was moved while they were gone through; to be asked again
    private Set<String> files() throws IOException {
        Set<String> hashes = new HashSet<>();
        try (Stream<Path> files = Files.walk(line.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (TOLD_OF_FILES.stream().noneMatch(file.toString()::endsWith)) {
                    hashes.add(Press.sha256(Files.readAllBytes(file)));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
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
            Map<Finding, String> findings,
            String what,
            Map<String, T> wanted,
            Map<String, T> found) {
        compareSets(findings, what, wanted.keySet(), found.keySet());
        wanted.forEach(
                (key, must) -> {
                    T is = found.get(key);
                    if (is != null && !must.equals(is)) {
                        findings.put(
                                new Finding(what + ": different", key),
                                " is " + is + ", must be " + must);
                    }
                });
    }

    private static void compareSets(
            Map<Finding, String> findings, String what, Set<String> wanted, Set<String> found) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(found);
        missing.forEach(each -> findings.put(new Finding(what + ": missing", each), ""));
        Set<String> unwanted = new TreeSet<>(found);
        unwanted.removeAll(wanted);
        unwanted.forEach(each -> findings.put(new Finding(what + NOT_WANTED, each), ""));
    }
}
