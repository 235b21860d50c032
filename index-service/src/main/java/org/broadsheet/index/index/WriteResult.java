package org.broadsheet.index.index;

/// What became of one document.
public sealed interface WriteResult {
    /// It stands in the index.
    record Applied() implements WriteResult {}

    /// The index holds this revision or a newer one: success, because newest wins.
    record Stale() implements WriteResult {}

    /// Elasticsearch will never take this document.
    ///
    /// @param cause the error's type, fit for logs and counters
    /// @param reason the error in full; may quote the document
    record Refused(String cause, String reason) implements WriteResult {}

    /// Not now: overload, a block, an outage. Nothing is wrong with the document.
    record NotNow(String cause) implements WriteResult {}
}
