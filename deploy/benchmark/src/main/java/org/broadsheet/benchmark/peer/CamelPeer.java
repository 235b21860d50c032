package org.broadsheet.benchmark.peer;

import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.util.List;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.impl.DefaultCamelContext;

/// A route of Apache Camel, tuned: camel-kafka reads batches of 500 with two consumers, each of
/// which waits while camel-elasticsearch sends its batch as one bulk request.
///
/// @param kafka bootstrap servers
/// @param elasticsearch host and port
public record CamelPeer(String kafka, String elasticsearch) implements Peer {
    private static final int BATCH = 500;

    @Override
    public String name() {
        return "Camel: camel-kafka → camel-elasticsearch";
    }

    @Override
    public double load(String topic, String index, long documents) {
        Progress progress = new Progress(documents);
        CamelContext camel = new DefaultCamelContext();
        try {
            camel.addRoutes(new Route(topic, index, progress));
            camel.start();
            return progress.speed();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the route failed", e);
        } finally {
            camel.stop();
        }
    }

    private final class Route extends RouteBuilder {
        private final String topic;
        private final String index;
        private final Progress progress;

        Route(String topic, String index, Progress progress) {
            this.topic = topic;
            this.index = index;
            this.progress = progress;
        }

        @Override
        public void configure() {
            onException(Exception.class)
                    .process(
                            exchange ->
                                    progress.failed(
                                            exchange.getProperty(
                                                    Exchange.EXCEPTION_CAUGHT, Exception.class)));
            from("kafka:%s?brokers=%s&groupId=camel-%s&autoOffsetReset=earliest&batching=true"
                                    .formatted(topic, kafka, UUID.randomUUID())
                            + "&maxPollRecords=%d&consumersCount=2&pollTimeoutMs=200"
                                    .formatted(BATCH)
                            + "&valueDeserializer=org.apache.kafka.common.serialization"
                            + ".ByteArrayDeserializer")
                    .process(exchange -> exchange.getMessage().setBody(bulk(exchange)))
                    .to(
                            "elasticsearch:bench?operation=Bulk&hostAddresses=%s&indexName=%s"
                                    .formatted(elasticsearch, index))
                    .process(
                            exchange ->
                                    progress.acknowledged(
                                            exchange.getMessage().getBody(List.class).size()));
        }

        private BulkRequest.Builder bulk(Exchange batch) {
            BulkRequest.Builder bulk = new BulkRequest.Builder().index(index);
            for (Object one : batch.getMessage().getBody(List.class)) {
                Exchange record = (Exchange) one;
                String id = record.getMessage().getHeader(KafkaConstants.KEY, String.class);
                byte[] document = record.getMessage().getBody(byte[].class);
                bulk.operations(
                        operation ->
                                operation.index(
                                        put ->
                                                put.id(id)
                                                        .version(1L)
                                                        .versionType(VersionType.External)
                                                        .document(
                                                                BinaryData.of(
                                                                        document,
                                                                        ContentType
                                                                                .APPLICATION_JSON))));
            }
            return bulk;
        }
    }
}
