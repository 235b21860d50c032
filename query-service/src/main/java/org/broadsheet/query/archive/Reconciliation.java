package org.broadsheet.query.archive;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;

/// What a comparison of everything has found: our reading of ingest-service's answer.
///
/// @param counts how much was compared, by what it is
/// @param differences how many there are, by where they are: disk, ledger, topic, index
/// @param examples the first of them
@JsonIgnoreProperties(ignoreUnknown = true)
public record Reconciliation(
        long millis,
        Map<String, Long> counts,
        Map<String, Long> differences,
        List<Difference> examples) {
    /// @param which file or article
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Difference(String place, String which, String what) {}
}
