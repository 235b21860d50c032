package org.broadsheet.query.archive;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks the other services over HTTP: an answer comes back, or [ArchiveRefusal] with their reason,
/// or [ArchiveAway].
@ApplicationScoped
class HttpServices {
    /// What a proxy or a service answers for one that is away; 507, say, is an answer.
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);

    private final HttpClient client;
    private final ArchiveConfig config;
    private final ObjectMapper json;

    HttpServices(ArchiveConfig config, ObjectMapper json) {
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(config.deadline())
                        .build();
        this.config = config;
        this.json = json;
    }

    /// A question to one of the services.
    ///
    /// @param key what opens it, null where it needs none
    /// @param type of the body, null where there is none
    record Question(
            URI service,
            String method,
            String path,
            @Nullable String key,
            @Nullable String type,
            BodyPublisher body) {

        static Question get(URI service, String path) {
            return of(service, "GET", path, null);
        }

        static Question of(URI service, String method, String path, @Nullable String key) {
            return new Question(service, method, path, key, null, BodyPublishers.noBody());
        }
    }

    <T> T ask(Question question, TypeReference<T> answer) {
        return ask(question, answer, config.deadline());
    }

    /// For what may take its time.
    <T> T askPatiently(Question question, TypeReference<T> answer) {
        return ask(question, answer, config.longDeadline());
    }

    private <T> T ask(Question question, TypeReference<T> answer, Duration deadline) {
        try (InputStream body = send(question, deadline)) {
            return json.readValue(body, answer);
        } catch (IOException e) {
            throw new ArchiveAway(question.service().toString(), e);
        }
    }

    /// An answer that has no end, to be closed.
    InputStream stream(Question question) {
        return send(question, config.deadline());
    }

    String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value, e);
        }
    }

    private InputStream send(Question question, Duration deadline) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(question.service().resolve(question.path()))
                        .timeout(deadline)
                        .method(question.method(), question.body());
        if (question.key() != null) {
            request.header("Authorization", "Bearer " + question.key());
        }
        if (question.type() != null) {
            request.header("Content-Type", question.type());
        }
        try {
            HttpResponse<InputStream> answer =
                    client.send(request.build(), BodyHandlers.ofInputStream());
            if (answer.statusCode() >= 400) {
                throw refusal(question, answer);
            }
            return answer.body();
        } catch (IOException e) {
            throw new ArchiveAway(question.service().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ArchiveAway(question.service().toString(), e);
        }
    }

    /// What the service says is wrong, where it says so as problem details.
    private RuntimeException refusal(Question question, HttpResponse<InputStream> answer)
            throws IOException {
        if (AWAY.contains(answer.statusCode())) {
            return new ArchiveAway(question.service().toString(), answer.statusCode());
        }
        try (InputStream body = answer.body()) {
            String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            String type = answer.headers().firstValue("Content-Type").orElse("");
            JsonNode problem =
                    type.contains("json") ? json.readTree(text) : json.createObjectNode();
            return new ArchiveRefusal(
                    answer.statusCode(),
                    new Rejection(
                            problem.path("code").asText(),
                            problem.path("values").valueStream().map(JsonNode::asText).toList(),
                            problem.path("detail").asText()));
        }
    }
}
