package org.broadsheet.ingest;

import org.broadsheet.ingest.issue.IssueMetadata;
import org.broadsheet.ingest.parse.PageText;
import org.broadsheet.ingest.parse.ParsedPage;

/// A page of an issue file: its text, what was made of it, and what is known of it.
record IssuePage(PageText text, ParsedPage parsed, IssueMetadata metadata) {}
