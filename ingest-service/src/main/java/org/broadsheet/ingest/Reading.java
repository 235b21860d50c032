package org.broadsheet.ingest;

import java.util.List;
import org.broadsheet.ingest.drop.IssueFile;

/// What reading a file gives, before anything is stored.
sealed interface Reading {
    /// @param pages of the file, in order
    record Legible(IssueFile file, List<IssuePage> pages) implements Reading {}

    /// @param reason for the person it came from: what is wrong and what to do
    record Refused(String reason) implements Reading {}
}
