package org.broadsheet.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadsheet.ingest.drop.IssueFile;
import org.broadsheet.ingest.drop.RawFile;
import org.broadsheet.ingest.event.ArticleEvents;
import org.broadsheet.ingest.issue.Diagnostic;
import org.broadsheet.ingest.issue.IssueMetadata;
import org.broadsheet.ingest.issue.LineSpan;
import org.broadsheet.ingest.issue.Rejection;
import org.jspecify.annotations.Nullable;

/// What became of a file, for the person who only knows the folder: written beside the file once it
/// is put away.
///
/// @param charset its bytes are in; absent if it was rejected
/// @param became stored, duplicate, unchanged or rejected
/// @param reason of a rejection
/// @param millis from reading the file to its being stored
@JsonInclude(JsonInclude.Include.NON_NULL)
record Receipt(
        String name,
        String sha256,
        long bytes,
        @Nullable String charset,
        String became,
        @Nullable String duplicateOf,
        @Nullable String reason,
        Instant storedAt,
        long millis,
        List<Page> pages) {
    private static final JsonMapper JSON = new JsonMapper();

    /// @param lines that are not blank
    /// @param coverage share of them that is in an article or known to be none, 0 to 1
    /// @param unplaced lines that could not be tied to anything, as first and last line
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            String id,
            @Nullable String newspaper,
            @Nullable LocalDate date,
            @Nullable String edition,
            @Nullable Integer page,
            @Nullable String pageName,
            int lines,
            double coverage,
            List<Piece> articles,
            List<int[]> unplaced,
            List<String> warnings) {}

    /// @param headline absent where the page's text does not hold it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Piece(String id, String kind, @Nullable String headline) {}

    /// @param began when the reading of the file began
    static Receipt of(Reading.Legible reading, Saved saved, Instant began, Instant storedAt) {
        long millis = Duration.between(began, storedAt).toMillis();
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
                null,
                storedAt,
                millis,
                pages);
    }

    static Receipt ofRejected(RawFile raw, Rejection why, Instant began, Instant storedAt) {
        return new Receipt(
                raw.name(),
                raw.sha256(),
                raw.size(),
                null,
                "rejected",
                null,
                why.words(),
                storedAt,
                Duration.between(began, storedAt).toMillis(),
                List.of());
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
        List<Integer> lines = page.text().linesToPlace();
        List<LineSpan> unplaced = page.parsed().unplaced();
        return new Page(
                saved.id(),
                metadata.titleName(),
                metadata.date(),
                metadata.edition(),
                metadata.pageNumber(),
                metadata.pageName(),
                lines.size(),
                coverage(lines, unplaced),
                articles,
                unplaced.stream().map(span -> new int[] {span.first(), span.last()}).toList(),
                page.parsed().diagnostics().stream().map(Diagnostic::message).toList());
    }

    /// To three digits.
    private static double coverage(List<Integer> lines, List<LineSpan> unplaced) {
        if (lines.isEmpty()) {
            return 1;
        }
        long left =
                lines.stream()
                        .filter(
                                line ->
                                        unplaced.stream()
                                                .anyMatch(
                                                        span ->
                                                                span.first() <= line
                                                                        && line <= span.last()))
                        .count();
        return Math.round(1_000.0 * (lines.size() - left) / lines.size()) / 1_000.0;
    }

    String json() {
        return ArticleEvents.json(this);
    }

    /// The reason of a rejection that a written receipt holds.
    static Optional<String> reasonIn(String receipt) {
        try {
            return Optional.ofNullable(JSON.readTree(receipt).get("reason")).map(JsonNode::asText);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("column receipt of issue_file can't be read", e);
        }
    }
}
