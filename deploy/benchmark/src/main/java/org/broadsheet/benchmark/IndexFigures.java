package org.broadsheet.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.broadsheet.benchmark.line.Archive;
import org.broadsheet.benchmark.line.Web;
import org.broadsheet.benchmark.peer.BulkIngesterPeer;
import org.broadsheet.benchmark.peer.CamelPeer;
import org.broadsheet.benchmark.peer.Peer;
import org.broadsheet.benchmark.peer.RawBulk;
import org.broadsheet.benchmark.result.Plot;
import org.broadsheet.benchmark.result.Report.Section;
import org.broadsheet.benchmark.result.Rounds;

/// How fast index-service fills an empty index from a full topic, beside others who bring the same
/// documents into an index with the same settings and mapping. The others are given an easier task:
/// finished documents, where index-service reads events, checks them and makes documents of them.
final class IndexFigures {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path CONTRACT =
            Path.of("index-service", "src", "main", "contract", "articles.index.json");
    private static final int BODY_DOCUMENTS = 500;
    private static final String RAW = "raw _bulk of the same documents";
    private static final String OURS = "index-service";

    private final Archive archive;
    private final Effort effort;
    private final PrintStream out;
    private final String documents;
    private final Map<String, Rounds> speeds = new LinkedHashMap<>();

    IndexFigures(Archive archive, Effort effort, PrintStream out) {
        this.archive = archive;
        this.effort = effort;
        this.out = out;
        this.documents = archive.topic() + ".documents";
    }

    Section section() {
        archive.makeTopic(documents, false);
        RawBulk raw = new RawBulk(archive.stack(), bodies(), archive.articles());
        String kafka = archive.stack().kafka();
        String elasticsearch = archive.stack().elasticsearch();
        List<Peer> peers =
                List.of(
                        new BulkIngesterPeer(kafka, elasticsearch, true),
                        new BulkIngesterPeer(kafka, elasticsearch, false),
                        new CamelPeer(kafka, elasticsearch));
        for (int round = 0; round <= effort.rounds(); round++) {
            into(round, RAW, raw::load);
            add(round, OURS, archive.refill());
            requireAll(archive.alias());
            for (Peer peer : peers) {
                into(round, peer.name(), index -> peer.load(documents, index, archive.articles()));
            }
        }
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("", "documents a second", "index-service to this"));
        Rounds ours = speed(OURS);
        speeds.forEach(
                (name, speed) ->
                        table.add(List.of(name, speed.shown(), Rounds.number(ours.to(speed)))));
        String title = "Index: from a full topic into an empty index, documents a second";
        return new Section(
                "index",
                title,
                ("%,d articles. Counted from the first acknowledgement to the last, so that nobody's start"
                                + " is in it. index-service reads events, checks and maps them and"
                                + " commits offsets after the documents are in; the others are handed"
                                + " finished documents, and commit whenever. All send two requests of up"
                                + " to 500 documents at a time, with external versions but for one.")
                        .formatted(archive.articles()),
                table,
                List.of(
                        "Goals: 0.85 of raw, 1.1 of BulkIngester, 1.2 of Camel.",
                        "Cost of safety: at most 1.15 of the time of what makes up ids and asks for no"
                                + " versions, which is 0.87 of its speed."),
                List.of(Plot.bars("index", title, speeds)));
    }

    private Rounds speed(String name) {
        return speeds.computeIfAbsent(name, _ -> new Rounds());
    }

    private void add(int round, String name, double speed) {
        // The first round warms up whoever lives on: Elasticsearch and index-service.
        if (round > 0) {
            speed(name).add(speed);
            out.printf(
                    Locale.ROOT,
                    "  round %d of %d: %s %,.0f documents/s%n",
                    round,
                    effort.rounds(),
                    name,
                    speed);
        }
    }

    /// Loads an index as index-service would have it.
    private interface Load {
        double into(String index);
    }

    private void into(int round, String name, Load load) {
        String index = archive.alias() + "-peer";
        try {
            Web.json("PUT", archive.stack().search("/" + index), Files.readString(CONTRACT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        add(round, name, load.into(index));
        requireAll(index);
        Web.json("DELETE", archive.stack().search("/" + index), "");
    }

    private void requireAll(String index) {
        Web.json("POST", archive.stack().search("/" + index + "/_refresh"), "");
        long found =
                Web.json(archive.stack().search("/" + index + "/_count")).path("count").asLong();
        if (found != archive.articles()) {
            throw new IllegalStateException(
                    index + " holds " + found + " of " + archive.articles() + " articles");
        }
    }

    /// What index-service has written, as bulk bodies; and, one by one, on a topic for the others.
    private List<RawBulk.Body> bodies() {
        List<RawBulk.Body> bodies = new ArrayList<>();
        String snapshot =
                Web.json(
                                "POST",
                                archive.stack()
                                        .search("/" + archive.alias() + "/_pit?keep_alive=2m"),
                                "")
                        .path("id")
                        .asText();
        Optional<JsonNode> last = Optional.empty();
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers", archive.stack().kafka(),
                                "compression.type", "lz4",
                                "acks", "all"),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            while (true) {
                ObjectNode search = JSON.createObjectNode().put("size", BODY_DOCUMENTS);
                search.putObject("pit").put("id", snapshot).put("keep_alive", "2m");
                search.putArray("sort").addObject().put("_shard_doc", "asc");
                last.ifPresent(sort -> search.set("search_after", sort));
                JsonNode hits =
                        Web.json("POST", archive.stack().search("/_search"), search.toString())
                                .at("/hits/hits");
                if (hits.isEmpty()) {
                    return bodies;
                }
                ByteArrayOutputStream body = new ByteArrayOutputStream();
                for (JsonNode hit : hits) {
                    String id = hit.path("_id").asText();
                    byte[] document =
                            hit.path("_source").toString().getBytes(StandardCharsets.UTF_8);
                    var _ = producer.send(new ProducerRecord<>(documents, id, document));
                    body.writeBytes(
                            "{\"index\":{\"_id\":\"%s\",\"version\":1,\"version_type\":\"external\"}}\n"
                                    .formatted(id)
                                    .getBytes(StandardCharsets.UTF_8));
                    body.writeBytes(document);
                    body.write('\n');
                    last = Optional.of(hit.path("sort"));
                }
                Path file = Files.createTempFile(archive.stack().logs(), "bulk-", ".ndjson");
                bodies.add(new RawBulk.Body(Files.write(file, body.toByteArray()), hits.size()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
