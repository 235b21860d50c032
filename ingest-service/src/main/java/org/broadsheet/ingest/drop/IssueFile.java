package org.broadsheet.ingest.drop;

import java.util.List;
import org.broadsheet.ingest.issue.IssueMetadata;
import org.broadsheet.ingest.parse.PageText;

/// An issue file as text.
///
/// @param pages in file order, never empty
public record IssueFile(ClaimedFile claimed, IssueMetadata metadata, List<PageText> pages) {
    public IssueFile {
        pages = List.copyOf(pages);
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("an issue file has a page: " + claimed.name());
        }
    }
}
