package org.broadsheet.ingest.metadata;

import org.broadsheet.ingest.issue.IssueMetadata;

/// What one source says of a page.
///
/// @param by the source, as a keeper knows it: "issue.yaml", "the file's name"
record Clue(IssueMetadata says, String by) {}
