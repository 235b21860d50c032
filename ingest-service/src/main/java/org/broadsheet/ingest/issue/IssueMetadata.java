package org.broadsheet.ingest.issue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is known of a page's newspaper and place in it. Null is *unknown*, a state of its own: many
/// files say nothing of their newspaper, date or page.
///
/// @param titleCode short code of the newspaper, as in ids
/// @param titleName the newspaper's name
/// @param pageName the page's section heading (版名)
public record IssueMetadata(
        @Nullable String titleCode,
        @Nullable String titleName,
        @Nullable LocalDate date,
        @Nullable String edition,
        @Nullable Integer pageNumber,
        @Nullable String pageName) {
    public static final IssueMetadata UNKNOWN =
            new IssueMetadata(null, null, null, null, null, null);
}
