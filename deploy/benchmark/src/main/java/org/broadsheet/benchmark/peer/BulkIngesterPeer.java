package org.broadsheet.benchmark.peer;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._helpers.bulk.BulkIngester;
import co.elastic.clients.elasticsearch._helpers.bulk.BulkListener;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.IndexOperation;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// A KafkaConsumer that hands on to Elastic's BulkIngester, tuned: the bytes as they came, 500
/// documents or 5 MB a request, two requests in flight, offsets committed by the consumer on its
/// own (which may lose documents).
///
/// @param kafka bootstrap servers
/// @param elasticsearch host and port
/// @param safe under the documents' own ids and versions, so that what comes twice or late does no
///   harm; without, Elasticsearch makes up ids and need not look for an earlier document
public record BulkIngesterPeer(String kafka, String elasticsearch, boolean safe) implements Peer {
    private static final int OPERATIONS = 500;
    private static final long BYTES = 5L << 20;

    @Override
    public String name() {
        return "KafkaConsumer → BulkIngester" + (safe ? "" : ", no ids, no versions");
    }

    @Override
    public double load(String topic, String index, long documents) {
        Progress progress = new Progress(documents);
        try (ElasticsearchClient client =
                        ElasticsearchClient.of(c -> c.host("http://" + elasticsearch));
                KafkaConsumer<String, byte[]> consumer =
                        new KafkaConsumer<>(
                                Map.of(
                                        "bootstrap.servers",
                                        kafka,
                                        "group.id",
                                        "peer-" + UUID.randomUUID(),
                                        "auto.offset.reset",
                                        "earliest",
                                        "max.poll.records",
                                        OPERATIONS,
                                        "fetch.min.bytes",
                                        1 << 16),
                                new StringDeserializer(),
                                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            try (BulkIngester<Void> ingester =
                    BulkIngester.of(
                            bulk ->
                                    bulk.client(client)
                                            .maxOperations(OPERATIONS)
                                            .maxSize(BYTES)
                                            .maxConcurrentRequests(2)
                                            .flushInterval(500, TimeUnit.MILLISECONDS)
                                            .listener(new Counting(progress)))) {
                long handed = 0;
                while (handed < documents) {
                    for (ConsumerRecord<String, byte[]> document :
                            consumer.poll(Duration.ofMillis(200))) {
                        ingester.add(
                                operation -> operation.index(put -> put(put, index, document)));
                        handed++;
                    }
                }
            }
            return progress.speed();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IndexOperation.Builder<Object> put(
            IndexOperation.Builder<Object> put,
            String index,
            ConsumerRecord<String, byte[]> document) {
        put.index(index).document(BinaryData.of(document.value(), ContentType.APPLICATION_JSON));
        return safe ? put.id(document.key()).version(1L).versionType(VersionType.External) : put;
    }

    private record Counting(Progress progress) implements BulkListener<Void> {
        @Override
        public void beforeBulk(long id, BulkRequest request, List<Void> contexts) {}

        @Override
        public void afterBulk(
                long id, BulkRequest request, List<Void> contexts, BulkResponse answer) {
            if (answer.errors()) {
                progress.failed(new IllegalStateException(answer.items().getFirst() + ""));
            } else {
                progress.acknowledged(answer.items().size());
            }
        }

        @Override
        public void afterBulk(
                long id, BulkRequest request, List<Void> contexts, Throwable failure) {
            progress.failed(failure);
        }
    }
}
