package org.broadsheet.ingest;

import java.time.Instant;
import java.util.List;
import org.broadsheet.ingest.drop.IssueFile;
import org.broadsheet.ingest.issue.Rejection;

/// What reading a file gives, before anything is stored.
sealed interface Reading {
    /// @param pages of the file, in order
    /// @param parsedAt when the last of them was
    record Legible(IssueFile file, List<IssuePage> pages, Instant parsedAt) implements Reading {}

    record Refused(Rejection why) implements Reading {}
}
