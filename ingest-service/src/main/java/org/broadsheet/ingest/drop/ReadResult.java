package org.broadsheet.ingest.drop;

import org.broadsheet.ingest.issue.Rejection;

/// What reading a claimed file gives.
public sealed interface ReadResult {
    record Read(IssueFile file) implements ReadResult {}

    record Rejected(Rejection why) implements ReadResult {}
}
