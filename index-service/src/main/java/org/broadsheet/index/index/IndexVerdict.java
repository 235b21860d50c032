package org.broadsheet.index.index;

/// Whether the index can be written.
public sealed interface IndexVerdict {
    /// It can.
    ///
    /// @param uuid Elasticsearch's own id of the index: another one means another, empty index
    /// @param note what is odd all the same; empty if nothing is
    record Usable(String uuid, String note) implements IndexVerdict {}

    /// It is missing, or not what the contract says.
    record Unusable(String reason) implements IndexVerdict {}
}
