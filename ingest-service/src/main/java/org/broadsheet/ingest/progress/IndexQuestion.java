package org.broadsheet.ingest.progress;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Asks index-service which revisions searches find. A question, not an acknowledgement that
/// index-service would send: what it answers is true of the index as it is, also after one was lost
/// or rolled back, and nothing has to be kept or sent again when either service dies.
@ApplicationScoped
class IndexQuestion {
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final ProgressConfig config;
    private final HttpClient client;

    IndexQuestion(ProgressConfig config) {
        this.config = config;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(config.answerWithin())
                        .build();
    }

    private record Entry(String id, long revision) {}

    private record Found(String index, List<Entry> articles) {}

    /// What searches find.
    ///
    /// @param index id of the index they read
    /// @param revisions of the articles that they find, by id
    record Answer(String index, Map<String, Long> revisions) {}

    /// @param ids of articles, 1,000 at most
    /// @throws IOException if index-service does not answer, or does not know
    Answer searchable(List<String> ids) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(config.indexService() + "/api/ledger"))
                        .timeout(config.answerWithin())
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofByteArray(
                                        JSON.writeValueAsBytes(Map.of("ids", ids))))
                        .build();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("index-service answers " + answer.statusCode());
        }
        Map<String, Long> revisions = new HashMap<>();
        Found found = JSON.readValue(answer.body(), Found.class);
        found.articles().forEach(entry -> revisions.put(entry.id(), entry.revision()));
        return new Answer(found.index(), revisions);
    }
}
