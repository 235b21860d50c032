package org.broadsheet.query.archive;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What would be another if a file were read again: our reading of ingest-service's answer.
///
/// @param problem why it can't be read any more; then nothing would change
/// @param same articles that would stay as they are
@JsonIgnoreProperties(ignoreUnknown = true)
public record FileDifference(
        long file, String name, @Nullable String problem, int same, List<Article> articles) {
    /// @param change new, gone or changed
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Article(String id, String change, List<Field> fields) {}

    /// @param before absent where there was nothing
    /// @param after absent where there is nothing
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Field(String name, @Nullable JsonNode before, @Nullable JsonNode after) {}
}
