package org.broadsheet.ingest.progress;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything that the index holds, as index-service tells it.
@ApplicationScoped
public class IndexLedger {
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final ProgressConfig config;

    IndexLedger(ProgressConfig config) {
        this.config = config;
    }

    public record Document(
            String id, long revision, @Nullable String contentHash, boolean withdrawn) {}

    /// Takes one document after the other.
    @FunctionalInterface
    public interface Reader {
        void read(Document document) throws SQLException;
    }

    /// Memory does not grow with their number.
    ///
    /// @throws IOException if index-service does not answer, or breaks off
    public void read(Reader reader) throws IOException, SQLException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(config.indexService() + "/api/ledger")).build();
        try (HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(config.answerWithin())
                        .build()) {
            HttpResponse<Stream<String>> answer = send(client, request);
            try (Stream<String> lines = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new IOException("index-service answers " + answer.statusCode());
                }
                for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
                    reader.read(JSON.readValue(each.next(), Document.class));
                }
            }
        } catch (UncheckedIOException e) {
            throw new IOException("index-service broke off: " + e.getMessage(), e);
        }
    }

    private HttpResponse<Stream<String>> send(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofLines());
        } catch (IOException e) {
            // That a connection was refused has no words of its own.
            throw new IOException("no answer from " + config.indexService() + ": " + e, e);
        }
    }
}
