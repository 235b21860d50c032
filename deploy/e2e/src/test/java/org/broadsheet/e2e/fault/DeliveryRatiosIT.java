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
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.broadsheet.e2e.Deploy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// How fast delivery is, as ratios within one run. What is compared alternates and the median
/// counts, so that what else the machine does falls on both sides. Services run as shipped.
@EnabledIfSystemProperty(named = "torture.ratios", matches = "true")
class DeliveryRatiosIT {
    private static final int PAGES = Integer.getInteger("torture.pages", 1_200);
    private static final int ROUNDS = 3;

    /// As index-service sends them: half a round in each of two requests.
    private static final int RAW_DOCUMENTS = 500;

    private static final int RAW_CONNECTIONS = 2;
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final JsonMapper JSON = new JsonMapper();

    /// Articles a second, of what was measured so far.
    private final Map<Rate, List<Double>> rates = new EnumMap<>(Rate.class);

    private final List<String> report = new ArrayList<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// What is measured.
    private enum Rate {
        FIRST_LOAD("first load: drop, parse, PostgreSQL, outbox, Kafka, index"),
        RAW("raw _bulk replay of the same bodies"),
        FULL_TOPIC("index-service from a full topic into an empty index"),
        REPLAY("full replay of the topic into the index that holds it all"),
        PROXIED("as from a full topic, through the proxy"),
        TURNED_AWAY("the same, 30 % of the items get 429");

        private final String name;

        Rate(String name) {
            this.name = name;
        }
    }

    @Test
    void keepsUpWithARawReplay() throws Exception {
        Deploy.Outcome build = Deploy.run("up", "--build-only");
        assertThat(build.exitCode()).as(build.whole()).isZero();
        String run = "r" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        try (Line line = new Line(run, new Random(1))) {
            try (ServiceProcess ingest = line.newIngestAsShipped("ingest");
                    ServiceProcess index =
                            line.newIndexAsShipped("index", Servers.elasticsearchPort())) {
                ingest.start();
                index.start();
                line.awaitReady(ingest);
                line.awaitReady(index);
                firstLoads(line, index);
                ingest.kill();
                replays(line, index);
            }
            try (ServiceProcess index =
                    line.newIndexAsShipped("index-proxied", line.elasticsearch().port())) {
                index.start();
                line.awaitReady(index);
                turnedAway(line, index);
            }
            line.requireTruth();
            tell("nothing lost: the index equals the archive, no dead letters");
        }
        double raw = ratio(Rate.FULL_TOPIC, Rate.RAW, "floor 0.75, goal 0.85");
        double replay = ratio(Rate.REPLAY, Rate.FIRST_LOAD, "floor 4");
        double indexOnly = ratio(Rate.REPLAY, Rate.FULL_TOPIC, "for comparison, no floor");
        double away = ratio(Rate.TURNED_AWAY, Rate.PROXIED, "floor 0.6");
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target", "delivery-ratios.txt"), report, StandardCharsets.UTF_8);

        assertThat(raw).isGreaterThanOrEqualTo(0.75);
        assertThat(replay).isGreaterThanOrEqualTo(4);
        assertThat(indexOnly).isGreaterThan(1);
        assertThat(away).isGreaterThanOrEqualTo(0.6);
    }

    /// Pages are dropped in portions; the first one warms the services up and does not count.
    private void firstLoads(Line line, ServiceProcess index) throws Exception {
        line.press().articlesOf(9, 27);
        int portion = PAGES / (ROUNDS + 1);
        for (int i = 0; i <= ROUNDS; i++) {
            long before = status(index, "applied");
            long started = System.nanoTime();
            line.press().dropNew(portion);
            line.awaitPublished();
            long articles = articles(line);
            awaitCount(index, "applied", articles);
            if (i > 0) {
                add(Rate.FIRST_LOAD, articles - before, started);
            }
        }
        tell(articles(line) + " articles on " + (ROUNDS + 1) * portion + " pages");
    }

    private void replays(Line line, ServiceProcess index) throws Exception {
        long articles = articles(line);
        List<byte[]> bodies = bodies(line, articles);
        for (int i = 0; i < ROUNDS; i++) {
            raw(line, bodies, articles);
            load(Rate.FULL_TOPIC, index, articles);
            replay(index, articles);
        }
    }

    private void turnedAway(Line line, ServiceProcess index) throws Exception {
        long articles = articles(line);
        for (int i = 0; i < ROUNDS; i++) {
            load(Rate.PROXIED, index, articles);
            dropOld(index);
            line.elasticsearch().fault(new BulkProxy.Fault.Items(429, 0.3, new Random(i)));
            load(Rate.TURNED_AWAY, index, articles);
            line.elasticsearch().heal();
            dropOld(index);
        }
    }

    /// From a full topic into a new, empty index; the one before is kept.
    private void load(Rate what, ServiceProcess index, long articles) throws Exception {
        long before = status(index, "applied");
        assertThat(Web.post(index.address() + "/api/generations", "").status()).isEqualTo(202);
        measure(what, index, "applied", before, articles);
        Line.eventually(
                LONG,
                () ->
                        !Web.get(index.address() + "/api/generations")
                                .body()
                                .path("changingOver")
                                .asBoolean(true));
    }

    /// From the start of the topic into the index before, which holds all of it.
    private void replay(ServiceProcess index, long articles) throws Exception {
        long before = status(index, "stale");
        assertThat(Web.post(index.address() + "/api/generations/rollback", "").status())
                .isEqualTo(202);
        measure(Rate.REPLAY, index, "stale", before, articles);
        dropOld(index);
    }

    private static void dropOld(ServiceProcess index) {
        assertThat(Web.send("DELETE", index.address() + "/api/generations/unused", "").isOk())
                .isTrue();
    }

    /// From the first articles that are seen to be counted to the last: how long the consumer takes
    /// to join its group is not what is measured.
    private void measure(
            Rate what, ServiceProcess index, String counter, long before, long articles)
            throws InterruptedException {
        long first = awaitCount(index, counter, before + 1);
        long started = System.nanoTime();
        awaitCount(index, counter, before + articles);
        add(what, before + articles - first, started);
    }

    private static long awaitCount(ServiceProcess index, String counter, long wanted)
            throws InterruptedException {
        long deadline = System.nanoTime() + LONG.toNanos();
        long count = status(index, counter);
        while (count < wanted) {
            assertThat(System.nanoTime())
                    .as("%s is %d, must come to %d", counter, count, wanted)
                    .isLessThan(deadline);
            Thread.sleep(LOOK_EVERY);
            count = status(index, counter);
        }
        return count;
    }

    private static long status(ServiceProcess index, String counter) {
        return Web.get(index.address() + "/api/status").body().path(counter).asLong();
    }

    private static long articles(Line line) throws SQLException {
        return line.number("select count(*) from article");
    }

    /// The same bodies sent by a client that does nothing else.
    private void raw(Line line, List<byte[]> bodies, long articles) throws Exception {
        String index = Servers.elasticsearch() + "/" + line.alias() + "-raw";
        ObjectNode definition = (ObjectNode) JSON.readTree(Line.contract().toFile());
        assertThat(Web.send("PUT", index, definition.toString()).isOk()).isTrue();
        long started = System.nanoTime();
        try (ExecutorService connections = Executors.newFixedThreadPool(RAW_CONNECTIONS)) {
            List<Future<String>> answers = new ArrayList<>();
            for (byte[] body : bodies) {
                answers.add(connections.submit(() -> send(index, body)));
            }
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo("{\"errors\":false}");
            }
        }
        add(Rate.RAW, articles, started);
        assertThat(Web.send("DELETE", index, "").isOk()).isTrue();
    }

    private String send(String index, byte[] body) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(index + "/_bulk?filter_path=errors"))
                        .header("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /// What index-service has written, as bulk bodies: Elasticsearch gives sources back as it got
    /// them.
    private static List<byte[]> bodies(Line line, long articles) throws IOException {
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
                assertThat(documents).isEqualTo(Math.toIntExact(articles));
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

    private void add(Rate what, long articles, long started) {
        double seconds = (System.nanoTime() - started) / 1e9;
        rates.computeIfAbsent(what, rate -> new ArrayList<>()).add(articles / seconds);
        tell(
                String.format(
                        Locale.ROOT,
                        "%-60s %6.0f articles/s  (%d in %.1f s)",
                        what.name,
                        articles / seconds,
                        articles,
                        seconds));
    }

    private double ratio(Rate above, Rate below, String wanted) {
        double ratio = median(above) / median(below);
        tell(
                String.format(
                        Locale.ROOT,
                        "%.2f (%s) = %s : %s, %.0f : %.0f articles/s",
                        ratio,
                        wanted,
                        above.name,
                        below.name,
                        median(above),
                        median(below)));
        return ratio;
    }

    private double median(Rate what) {
        List<Double> sorted = rates.getOrDefault(what, List.of()).stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private void tell(String text) {
        report.add(text);
        System.out.println(text);
        System.out.flush();
    }
}
