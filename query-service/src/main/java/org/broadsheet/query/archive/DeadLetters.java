package org.broadsheet.query.archive;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/// Events that could not be applied: our reading of index-service's answer.
@JsonIgnoreProperties(ignoreUnknown = true)
public record DeadLetters(int total, List<Letter> letters) {
    /// One of them.
    ///
    /// @param key of the event: the article's id
    /// @param cause a word for what is wrong
    /// @param attempts to apply it that failed
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Letter(
            String id, String key, String cause, String reason, int attempts, Instant buriedAt) {}

    /// What became of one that was applied again.
    ///
    /// @param outcome applied, superseded, refused or "not now"
    public record Outcome(String id, String outcome, String reason) {
        static Outcome of(JsonNode json) {
            return new Outcome(
                    json.path("id").asText(),
                    json.path("outcome").asText(),
                    json.path("reason").asText());
        }
    }
}
