package org.broadsheet.ingest.reconcile;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a comparison has found.
///
/// @param at when it ended
/// @param millis it took
/// @param differences how many there are, by where they are: disk, ledger, topic, index
/// @param examples the first of them
public record Report(
        Instant at,
        long millis,
        Counts counts,
        Map<String, Long> differences,
        List<Difference> examples) {
    public Report {
        differences = Map.copyOf(differences);
        examples = List.copyOf(examples);
    }

    /// How much was compared.
    ///
    /// @param filesPutAway in `done` and `rejected`
    /// @param filesInLedger of any state
    /// @param articles that are not withdrawn
    /// @param articlesWithdrawn that are
    /// @param articlesOnTopic with an event or more
    /// @param documents in the index, withdrawn ones too
    public record Counts(
            long filesPutAway,
            long filesInLedger,
            long articles,
            long articlesWithdrawn,
            long articlesOnTopic,
            long documents) {}

    /// @param place disk, ledger, topic or index
    /// @param which file or article
    /// @param what is wrong with it
    public record Difference(String place, String which, String what) {}

    /// How many there are in all places.
    public long total() {
        return differences.values().stream().mapToLong(Long::longValue).sum();
    }
}
