package org.broadsheet.ingest.drop;

/// What reading a claimed file gives.
public sealed interface ReadResult {
    record Read(IssueFile file) implements ReadResult {}

    /// @param reason for the person who dropped it: what is wrong and what to do
    record Rejected(String reason) implements ReadResult {}
}
