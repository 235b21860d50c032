package org.broadsheet.query.archive;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadsheet.query.archive.HttpServices.Question;
import org.jspecify.annotations.Nullable;

/// What ingest-service tells everybody of files and pages.
@ApplicationScoped
public class Archive {
    private static final int NOT_FOUND = 404;

    private final HttpServices services;
    private final ArchiveConfig config;

    Archive(HttpServices services, ArchiveConfig config) {
        this.services = services;
        this.config = config;
    }

    /// The page with this id; empty where there is none.
    public Optional<RebuiltPage> page(String id) {
        return found("/api/pages/" + encode(id), new TypeReference<>() {});
    }

    /// The file with this number and its pages; empty where there is none.
    public Optional<LedgerFile> file(long id) {
        return found("/api/files/" + id, new TypeReference<>() {});
    }

    /// Files of the ledger, the latest first.
    ///
    /// @param narrowed parameters of ingest-service's list, each with its values
    public List<LedgerFile> files(Map<String, List<String>> narrowed) {
        String parameters =
                narrowed.entrySet().stream()
                        .flatMap(
                                each ->
                                        each.getValue().stream()
                                                .map(v -> encode(each.getKey()) + "=" + encode(v)))
                        .collect(Collectors.joining("&"));
        return services.ask(
                Question.get(config.ingestService(), "/api/files?" + parameters),
                new TypeReference<>() {});
    }

    private <T> Optional<T> found(String path, TypeReference<T> type) {
        try {
            return Optional.of(services.ask(Question.get(config.ingestService(), path), type));
        } catch (ArchiveRefusal refusal) {
            if (refusal.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    static String encode(@Nullable String text) {
        return text == null
                ? ""
                : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
