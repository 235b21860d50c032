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
        byte[] question = JSON.writeValueAsBytes(Map.of("ids", ids));
        byte[] answer =
                answer(
                        request("/api/ledger")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(question)));
        Map<String, Long> revisions = new HashMap<>();
        Found found = JSON.readValue(answer, Found.class);
        found.articles().forEach(entry -> revisions.put(entry.id(), entry.revision()));
        return new Answer(found.index(), revisions);
    }

    private record Letter(String key, String cause, String reason, int attempts) {}

    private record Letters(List<Letter> letters) {}

    /// Why the index refused an article.
    ///
    /// @param times that it was tried
    record Refused(String cause, int times) {}

    /// Articles whose events lie with the dead letters, by id; the oldest thousand.
    ///
    /// @throws IOException if index-service does not answer, or does not know
    Map<String, Refused> deadLetters() throws IOException, InterruptedException {
        byte[] answer = answer(request("/api/dead-letters?limit=1000").GET());
        Map<String, Refused> refused = new HashMap<>();
        JSON.readValue(answer, Letters.class)
                .letters()
                .forEach(
                        letter ->
                                refused.put(
                                        letter.key(),
                                        new Refused(
                                                letter.cause() + ": " + letter.reason(),
                                                letter.attempts())));
        return refused;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(config.indexService() + path))
                .timeout(config.answerWithin());
    }

    private byte[] answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer;
        try {
            answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            // That a connection was refused has no words of its own.
            throw new IOException("no answer from " + config.indexService() + ": " + e, e);
        }
        if (answer.statusCode() != 200) {
            throw new IOException("index-service answers " + answer.statusCode());
        }
        return answer.body();
    }
}
