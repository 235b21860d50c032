package org.broadsheet.query.web;

import java.util.List;
import org.broadsheet.query.archive.Reconciliation;

/// What a comparison of everything has found.
record ReconcileView(Reconciliation found, Visit visit) {
    /// A file or an article that differs somewhere.
    record Example(String place, String which, Trouble trouble) {}

    /// One place that was compared.
    ///
    /// @param name disk, ledger, topic or index
    record Row(String name, String compared, long differing) {}

    public List<Row> rows() {
        return List.of(
                row("disk", "filesPutAway"),
                row("ledger", "filesInLedger"),
                row("topic", "articlesOnTopic"),
                row("index", "documents"));
    }

    public List<Example> examples() {
        return found.examples().stream()
                .map(
                        each ->
                                new Example(
                                        each.place(),
                                        each.which(),
                                        Trouble.ofDifference(each.what(), visit.language())))
                .toList();
    }

    public long total() {
        return found.differences().values().stream().mapToLong(Long::longValue).sum();
    }

    private Row row(String name, String counted) {
        return new Row(
                name,
                "%,d".formatted(found.counts().getOrDefault(counted, 0L)),
                found.differences().getOrDefault(name, 0L));
    }
}
