package org.broadsheet.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.broadsheet.e2e.Deploy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// How fast index-service is, as ratios within one run. Rounds alternate and the median counts, so
/// that what else the machine does falls on both sides.
@EnabledIfSystemProperty(named = "torture.ratios", matches = "true")
class DeliveryRatiosIT {
    private static final int EVENTS = Integer.getInteger("torture.events", 30_000);
    private static final int ROUNDS = 3;
    private static final int RAW_DOCUMENTS = 500;
    private static final int RAW_CONNECTIONS = 2;
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final List<String> COMPILED = List.of("-Xmx256m");

    /// As shipped, but for how soon a new index is noticed.
    private static final Map<String, String> AS_SHIPPED = Map.of("INDEX_BULK_DEADLINE", "30s");

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void indexServiceKeepsUpWithARawReplay() throws Exception {
        Deploy.Outcome build = Deploy.run("up", "--build-only");
        assertThat(build.exitCode()).as(build.whole()).isZero();
        String run = "r" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        try (Line line = new Line(run, new Random(1))) {
            fillTopic(line);
            List<Double> loads = new ArrayList<>();
            List<Double> raws = new ArrayList<>();
            List<Double> replays = new ArrayList<>();
            try (ServiceProcess index =
                    line.newIndex(
                            "index-direct",
                            COMPILED,
                            Map.of(
                                    "INDEX_BULK_DEADLINE",
                                    "30s",
                                    "QUARKUS_ELASTICSEARCH_HOSTS",
                                    Deploy.environment("QUARKUS_ELASTICSEARCH_HOSTS")))) {
                index.start();
                awaitCount(index, "applied", EVENTS);
                List<byte[]> bodies = bodies(line);
                for (int i = 0; i < ROUNDS; i++) {
                    raws.add(raw(line, bodies));
                    loads.add(load(index));
                    replays.add(replay(index));
                }
            }
            List<Double> undisturbed = new ArrayList<>();
            List<Double> disturbed = new ArrayList<>();
            try (ServiceProcess index = line.newIndex("index-proxied", COMPILED, AS_SHIPPED)) {
                index.start();
                line.awaitReady(index);
                load(index);
                for (int i = 0; i < ROUNDS; i++) {
                    undisturbed.add(load(index));
                    line.elasticsearch().fault(new BulkProxy.Fault.Items(429, 0.3, new Random(i)));
                    disturbed.add(load(index));
                    line.elasticsearch().heal();
                }
                assertThat(documents(line)).as("documents after the last load").isEqualTo(EVENTS);
                assertThat(status(index, "dead")).as("dead letters").isZero();
            }
            List<String> report =
                    List.of(
                            told("raw _bulk replay", raws),
                            told("first load", loads),
                            told("full replay", replays),
                            told("first load through the proxy", undisturbed),
                            told("the same, 30 % of the items get 429", disturbed),
                            ratio("first load : raw replay", loads, raws, "floor 0.75, goal 0.85"),
                            ratio("full replay : first load", replays, loads, "floor 4"),
                            ratio("with 429 : undisturbed", disturbed, undisturbed, "floor 0.6"));
            report.forEach(System.out::println);
            Files.createDirectories(Path.of("target"));
            Files.write(Path.of("target", "delivery-ratios.txt"), report, StandardCharsets.UTF_8);

            assertThat(median(loads) / median(raws)).isGreaterThanOrEqualTo(0.75);
            assertThat(median(replays) / median(loads)).isGreaterThanOrEqualTo(4);
            assertThat(median(disturbed) / median(undisturbed)).isGreaterThanOrEqualTo(0.6);
        }
    }

    /// Documents a second, of a first load into a new, empty index.
    private static double load(ServiceProcess index) throws Exception {
        long before = status(index, "applied");
        assertThat(Web.post(index.address() + "/api/generations", "").status()).isEqualTo(202);
        double rate = rate(index, "applied", before);
        Line.eventually(
                LONG,
                () ->
                        !Web.get(index.address() + "/api/generations")
                                .body()
                                .path("changingOver")
                                .asBoolean(true));
        return rate;
    }

    /// Documents a second, of a replay into an index that holds them all; it ends on the new one.
    private static double replay(ServiceProcess index) throws Exception {
        long before = status(index, "stale");
        assertThat(Web.post(index.address() + "/api/generations/rollback", "").status())
                .isEqualTo(202);
        double rate = rate(index, "stale", before);
        Web.send("DELETE", index.address() + "/api/generations/unused", "");
        return rate;
    }

    /// From the first event that is seen to be counted to the last.
    private static double rate(ServiceProcess index, String counter, long before) throws Exception {
        long first = awaitCount(index, counter, before + 1);
        long started = System.nanoTime();
        awaitCount(index, counter, before + EVENTS);
        return (before + EVENTS - first) / ((System.nanoTime() - started) / 1e9);
    }

    private static long awaitCount(ServiceProcess index, String counter, long wanted)
            throws InterruptedException {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (System.nanoTime() < deadline) {
            long count = status(index, counter);
            if (count >= wanted) {
                return count;
            }
            Thread.sleep(20);
        }
        throw new AssertionError(counter + " did not reach " + wanted);
    }

    private static long status(ServiceProcess index, String counter) {
        return Web.get(index.address() + "/api/status").body().path(counter).asLong();
    }

    /// Documents a second, of the same bodies sent by a client that does nothing else.
    private double raw(Line line, List<byte[]> bodies) throws Exception {
        String index = Servers.elasticsearch() + "/" + line.alias() + "-raw";
        ObjectNode definition = (ObjectNode) JSON.readTree(Line.contract().toFile());
        assertThat(Web.send("PUT", index, definition.toString()).isOk()).isTrue();
        long started = System.nanoTime();
        try (ExecutorService connections = Executors.newFixedThreadPool(RAW_CONNECTIONS)) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (byte[] body : bodies) {
                answers.add(connections.submit(() -> send(index, body)));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        double rate = EVENTS / ((System.nanoTime() - started) / 1e9);
        assertThat(Web.send("DELETE", index, "").isOk()).isTrue();
        return rate;
    }

    private int send(String index, byte[] body) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(index + "/_bulk?filter_path=errors"))
                        .header("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    /// What index-service has written, as bulk bodies: Elasticsearch gives sources back as it got
    /// them.
    private static List<byte[]> bodies(Line line) throws IOException {
        String elasticsearch = Servers.elasticsearch();
        assertThat(Web.post(elasticsearch + "/" + line.writeAlias() + "/_refresh", "").isOk())
                .isTrue();
        String pit =
                Web.post(elasticsearch + "/" + line.writeAlias() + "/_pit?keep_alive=1m", "")
                        .body()
                        .get("id")
                        .asText();
        List<byte[]> bodies = new ArrayList<>();
        int documents = 0;
        Optional<JsonNode> after = Optional.empty();
        while (true) {
            ObjectNode search =
                    JSON.createObjectNode().put("size", RAW_DOCUMENTS).put("version", true);
            search.putObject("pit").put("id", pit).put("keep_alive", "1m");
            search.putArray("sort").addObject().put("_shard_doc", "asc");
            after.ifPresent(last -> search.set("search_after", last));
            JsonNode hits =
                    Web.post(elasticsearch + "/_search", search.toString()).body().at("/hits/hits");
            if (hits.isEmpty()) {
                assertThat(documents).isEqualTo(EVENTS);
                return bodies;
            }
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (JsonNode hit : hits) {
                ObjectNode action = JSON.createObjectNode();
                action.putObject("index")
                        .put("_id", hit.get("_id").asText())
                        .put("version", hit.get("_version").asLong())
                        .put("version_type", "external");
                body.writeBytes(JSON.writeValueAsBytes(action));
                body.write('\n');
                body.writeBytes(JSON.writeValueAsBytes(hit.get("_source")));
                body.write('\n');
                after = Optional.of(hit.get("sort"));
                documents++;
            }
            bodies.add(body.toByteArray());
        }
    }

    private static long documents(Line line) throws IOException {
        String alias = Servers.elasticsearch() + "/" + line.writeAlias();
        Web.post(alias + "/_refresh", "");
        return Web.get(alias + "/_count").body().path("count").asLong();
    }

    private static void fillTopic(Line line) throws Exception {
        ObjectNode event =
                (ObjectNode)
                        JSON.readTree(
                                Deploy.REPOSITORY
                                        .resolve(
                                                "ingest-service/src/main/contract/examples/article-stored.json")
                                        .toFile());
        ObjectNode article = (ObjectNode) event.get("article");
        Random random = new Random(1);
        try (Admin admin = line.admin();
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(
                                Map.of(
                                        "bootstrap.servers",
                                        Servers.kafka(),
                                        "compression.type",
                                        "lz4",
                                        "linger.ms",
                                        20),
                                new ByteArraySerializer(),
                                new ByteArraySerializer())) {
            admin.createTopics(
                            List.of(
                                    new NewTopic(line.topic(), 6, (short) 1)
                                            .configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (int i = 0; i < EVENTS; i++) {
                String id = "ratio-" + i;
                article.put("id", id);
                ObjectNode part = (ObjectNode) article.get("body").get(0);
                part.put("text", text(random));
                sent.add(
                        producer.send(
                                new ProducerRecord<>(
                                        line.topic(),
                                        id.getBytes(StandardCharsets.UTF_8),
                                        JSON.writeValueAsBytes(event))));
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        }
    }

    /// About as much as an article has: 300 to 900 characters, none of them rare.
    private static String text(Random random) {
        int length = random.nextInt(300, 900);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(
                    i % 25 == 24
                            ? '。'
                            : (char) (0x4E00 + (int) Math.abs(random.nextGaussian() * 800)));
        }
        return text.toString();
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }

    private static String told(String what, List<Double> rates) {
        return String.format(
                Locale.ROOT,
                "%-38s median %7.0f documents/s of %s",
                what,
                median(rates),
                rates.stream().map(Math::round).toList());
    }

    private static String ratio(
            String what, List<Double> above, List<Double> below, String wanted) {
        return String.format(
                Locale.ROOT, "%-38s %.2f  (%s)", what, median(above) / median(below), wanted);
    }
}
