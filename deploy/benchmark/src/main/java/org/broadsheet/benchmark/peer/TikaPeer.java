package org.broadsheet.benchmark.peer;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._helpers.bulk.BulkIngester;
import co.elastic.clients.elasticsearch._helpers.bulk.BulkListener;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.SAXException;

/// What a crawler of files such as FSCrawler does: the text that Tika reads from each file, as one
/// document with the file's name and size, in bulk requests, under Elasticsearch's standard
/// analyzer. No articles, no record of what was done, nothing between disk and index that could be
/// started again.
///
/// @param elasticsearch host and port
public record TikaPeer(String elasticsearch) {
    private static final int OPERATIONS = 100;

    /// Brings every file of a folder into an index that it makes, and waits until searches find
    /// them; gives the seconds.
    public double load(Path folder, String index) {
        try (ElasticsearchClient client =
                        ElasticsearchClient.of(c -> c.host("http://" + elasticsearch));
                Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
            // Nothing makes indices by itself here.
            client.indices().create(create -> create.index(index));
            AutoDetectParser parser = new AutoDetectParser();
            Failures failures = new Failures();
            long started = System.nanoTime();
            try (BulkIngester<Void> ingester =
                    BulkIngester.of(
                            bulk ->
                                    bulk.client(client)
                                            .maxOperations(OPERATIONS)
                                            .maxConcurrentRequests(2)
                                            .flushInterval(1, TimeUnit.SECONDS)
                                            .listener(failures))) {
                for (Path file : files) {
                    Map<String, Object> document = document(parser, folder, file);
                    ingester.add(
                            operation ->
                                    operation.index(put -> put.index(index).document(document)));
                }
            }
            client.indices().refresh(refresh -> refresh.index(index));
            double seconds = (System.nanoTime() - started) / 1e9;
            long found = client.count(count -> count.index(index)).count();
            if (failures.any || found != files.size()) {
                throw new IllegalStateException(found + " of " + files.size() + " files found");
            }
            return seconds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> document(AutoDetectParser parser, Path folder, Path file)
            throws IOException {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, file.getFileName().toString());
        BodyContentHandler text = new BodyContentHandler(-1);
        try (InputStream in = Files.newInputStream(file)) {
            parser.parse(in, text, metadata, new ParseContext());
        } catch (SAXException | TikaException e) {
            throw new IllegalStateException(file.toString(), e);
        }
        return Map.of(
                "content",
                text.toString(),
                "path",
                folder.relativize(file).toString(),
                "size",
                Files.size(file),
                "type",
                String.valueOf(metadata.get(Metadata.CONTENT_TYPE)));
    }

    private static final class Failures implements BulkListener<Void> {
        private volatile boolean any;

        @Override
        public void beforeBulk(long id, BulkRequest request, List<Void> contexts) {}

        @Override
        public void afterBulk(
                long id, BulkRequest request, List<Void> contexts, BulkResponse answer) {
            any |= answer.errors();
        }

        @Override
        public void afterBulk(
                long id, BulkRequest request, List<Void> contexts, Throwable failure) {
            any = true;
        }
    }
}
