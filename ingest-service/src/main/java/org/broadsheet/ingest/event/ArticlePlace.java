package org.broadsheet.ingest.event;

import org.broadsheet.ingest.issue.IssueMetadata;

/// Where an article belongs: its id, its file and its page.
///
/// @param fileSha256 of the file's bytes
/// @param position place on the page, from 1
public record ArticlePlace(
        String articleId,
        String fileName,
        String fileSha256,
        String pageId,
        int position,
        IssueMetadata metadata) {}
