package org.broadsheet.query.archive;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.query.archive.HttpServices.Question;
import org.jspecify.annotations.Nullable;

/// What a keeper does with the archive, each with the keeper's own key. ingest-service decides what
/// a key is good for; index-service knows no keys, so what changes something there is asked of
/// ingest-service first.
@ApplicationScoped
public class Desk {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final HttpServices services;
    private final URI ingest;
    private final URI index;

    Desk(HttpServices services, ArchiveConfig config) {
        this.services = services;
        this.ingest = config.ingestService();
        this.index = config.indexService();
    }

    /// Whether the key opens anything: a key for bringing files does, one that was revoked does
    /// not.
    public boolean knows(String key) {
        try {
            requireManager(key);
            return true;
        } catch (ArchiveRefusal refusal) {
            if (refusal.status() == FORBIDDEN) {
                return true;
            }
            if (refusal.status() == UNAUTHORIZED) {
                return false;
            }
            throw refusal;
        }
    }

    /// Throws [ArchiveRefusal] where the key is not good for everything.
    private void requireManager(String key) {
        ask(Question.of(ingest, "GET", "/api/keys", key));
    }

    /// Counts of files, articles and lines.
    public JsonNode status() {
        return ask(Question.get(ingest, "/api/status"));
    }

    /// Takes files in, as a browser's form sends them.
    ///
    /// @param type the form's content type, with its boundary
    /// @return numbers of the files; those in a `.zip` are left out, it stands for them
    public List<Long> upload(String type, InputStream form, String key) {
        Question question =
                new Question(
                        ingest,
                        "POST",
                        "/api/files",
                        key,
                        type,
                        BodyPublishers.ofInputStream(() -> form));
        JsonNode answer = services.askPatiently(question, new TypeReference<>() {});
        return answer.path("files")
                .valueStream()
                .filter(file -> !file.hasNonNull("partOf"))
                .map(file -> file.path("id").asLong())
                .toList();
    }

    /// Says what files are of.
    ///
    /// @param set fields and their values
    /// @param cleared fields that are to be what the files themselves say
    public void tell(List<Long> ids, Map<String, String> set, Set<String> cleared, String key) {
        Map<String, @Nullable String> fields = new HashMap<>(set);
        cleared.forEach(field -> fields.put(field, null));
        String change = services.written(Map.of("ids", ids, "set", fields));
        ask(
                new Question(
                        ingest,
                        "PATCH",
                        "/api/files",
                        key,
                        "application/json",
                        BodyPublishers.ofString(change)));
    }

    /// Reads a file once more: a stored one with the present parser, a rejected one from its bytes.
    public void again(long id, String key) {
        ask(Question.of(ingest, "POST", "/api/files/" + id + "/again", key));
    }

    /// What reading a file again would change.
    public FileDifference difference(long id, String key) {
        return services.ask(
                Question.of(ingest, "GET", "/api/files/" + id + "/difference", key),
                new TypeReference<>() {});
    }

    /// Compares disk, ledger, topic and index, which takes its time.
    public Reconciliation reconcile(String key) {
        requireManager(key);
        return services.askPatiently(
                Question.get(ingest, "/api/reconcile"), new TypeReference<>() {});
    }

    /// Takes a file's articles out of the searches.
    public void withdraw(long id, String key) {
        ask(Question.of(ingest, "DELETE", "/api/files/" + id, key));
    }

    /// Brings a withdrawn file back.
    public void restore(long id, String key) {
        ask(Question.of(ingest, "POST", "/api/files/" + id + "/restore", key));
    }

    /// Changes of files as they happen, as server-sent events; to be closed.
    public InputStream events() {
        return services.stream(Question.get(ingest, "/api/files/events"));
    }

    /// The oldest events that could not be applied, and how many there are.
    public DeadLetters deadLetters() {
        return services.ask(Question.get(index, "/api/dead-letters"), new TypeReference<>() {});
    }

    /// Applies letters again, all of them where none is named.
    public List<DeadLetters.Outcome> replay(List<String> ids, String key) {
        requireManager(key);
        List<DeadLetters.Outcome> outcomes = new ArrayList<>();
        if (ids.isEmpty()) {
            Question all = Question.of(index, "POST", "/api/dead-letters/replay", null);
            services.askPatiently(all, new TypeReference<JsonNode>() {})
                    .forEach(each -> outcomes.add(DeadLetters.Outcome.of(each)));
        }
        for (String id : ids) {
            String path = "/api/dead-letters/" + Archive.encode(id) + "/replay";
            outcomes.add(DeadLetters.Outcome.of(ask(Question.of(index, "POST", path, null))));
        }
        return outcomes;
    }

    /// Takes letters off the list without applying them.
    public void discard(List<String> ids, String key) {
        requireManager(key);
        for (String id : ids) {
            String path = "/api/dead-letters/" + Archive.encode(id);
            ask(Question.of(index, "DELETE", path, null));
        }
    }

    private JsonNode ask(Question question) {
        return services.ask(question, new TypeReference<>() {});
    }
}
