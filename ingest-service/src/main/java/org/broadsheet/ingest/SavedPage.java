package org.broadsheet.ingest;

import java.util.List;
import org.broadsheet.ingest.issue.IssueMetadata;

/// What saving a page came to.
///
/// @param metadata as stored
/// @param articleIds of the articles on the page now, in page order
/// @param changed how many of them are new or changed, and sent to the topic
/// @param withdrawn articles that are no longer on the page
record SavedPage(
        String id, IssueMetadata metadata, List<String> articleIds, int changed, int withdrawn) {}
