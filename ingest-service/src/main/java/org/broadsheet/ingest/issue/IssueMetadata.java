package org.broadsheet.ingest.issue;

import java.time.LocalDate;
import java.util.function.Function;
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

    /// The same with what is unknown here taken from another.
    public IssueMetadata orElse(IssueMetadata other) {
        return new IssueMetadata(
                known(other, IssueMetadata::titleCode),
                known(other, IssueMetadata::titleName),
                known(other, IssueMetadata::date),
                known(other, IssueMetadata::edition),
                known(other, IssueMetadata::pageNumber),
                known(other, IssueMetadata::pageName));
    }

    /// The same without its page: what is true of every page of the issue.
    public IssueMetadata ofIssue() {
        return new IssueMetadata(titleCode, titleName, date, edition, null, null);
    }

    private <T> @Nullable T known(IssueMetadata other, Function<IssueMetadata, @Nullable T> field) {
        T own = field.apply(this);
        return own == null ? field.apply(other) : own;
    }
}
