package org.broadsheet.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.ingest.drop.IssueFile;
import org.broadsheet.ingest.event.ArticleEvents;
import org.broadsheet.ingest.issue.Diagnostic;
import org.broadsheet.ingest.issue.IssueMetadata;
import org.jspecify.annotations.Nullable;

/// What became of a file, for the person who only knows the folder: written beside the file once it
/// is put away.
///
/// @param became stored, duplicate or unchanged
/// @param millis from reading the file to its being stored
@JsonInclude(JsonInclude.Include.NON_NULL)
record Receipt(
        String name,
        String sha256,
        long bytes,
        String charset,
        String became,
        @Nullable String duplicateOf,
        Instant storedAt,
        long millis,
        List<Page> pages) {
    /// @param unplaced lines that could not be tied to anything, as first and last line
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            String id,
            @Nullable String newspaper,
            @Nullable LocalDate date,
            @Nullable String edition,
            @Nullable Integer page,
            @Nullable String pageName,
            List<Piece> articles,
            List<int[]> unplaced,
            List<String> warnings) {}

    /// @param headline absent where the page's text does not hold it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Piece(String id, String kind, @Nullable String headline) {}

    static Receipt of(Reading.Legible reading, Saved saved, Instant storedAt, long millis) {
        IssueFile file = reading.file();
        List<IssuePage> pages = reading.pages();
        return switch (saved) {
            case Saved.Stored stored ->
                    of(file, "stored", null, pages(pages, stored.pages()), storedAt, millis);
            case Saved.Unchanged(List<SavedPage> known) ->
                    of(file, "unchanged", null, pages(pages, known), storedAt, millis);
            case Saved.Duplicate(String of) ->
                    of(file, "duplicate", of, List.of(), storedAt, millis);
        };
    }

    private static Receipt of(
            IssueFile file,
            String became,
            @Nullable String duplicateOf,
            List<Page> pages,
            Instant storedAt,
            long millis) {
        return new Receipt(
                file.raw().name(),
                file.raw().sha256(),
                file.raw().size(),
                file.charset().name(),
                became,
                duplicateOf,
                storedAt,
                millis,
                pages);
    }

    private static List<Page> pages(List<IssuePage> pages, List<SavedPage> saved) {
        List<Page> written = new ArrayList<>();
        for (int i = 0; i < saved.size(); i++) {
            written.add(page(pages.get(i), saved.get(i)));
        }
        return written;
    }

    private static Page page(IssuePage page, SavedPage saved) {
        IssueMetadata metadata = saved.metadata();
        List<Piece> articles = new ArrayList<>();
        for (int i = 0; i < saved.articleIds().size(); i++) {
            var article = page.parsed().articles().get(i);
            String headline = article.headline() == null ? null : article.headline().value();
            String kind = ArticleEvents.kind(article);
            articles.add(new Piece(saved.articleIds().get(i), kind, headline));
        }
        return new Page(
                saved.id(),
                metadata.titleName(),
                metadata.date(),
                metadata.edition(),
                metadata.pageNumber(),
                metadata.pageName(),
                articles,
                page.parsed().unplaced().stream()
                        .map(span -> new int[] {span.first(), span.last()})
                        .toList(),
                page.parsed().diagnostics().stream().map(Diagnostic::message).toList());
    }

    String json() {
        return ArticleEvents.json(this);
    }
}
