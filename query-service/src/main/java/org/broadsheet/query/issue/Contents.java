package org.broadsheet.query.issue;

import java.time.LocalDate;
import java.util.List;
import org.broadsheet.query.article.ArticleKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What stands in an issue, or on one page of it (版面目录).
@Schema(description = "What stands in an issue, or on one page of it, in reading order.")
public record Contents(
        String newspaper,
        LocalDate date,
        @Schema(description = "Articles of the issue, or of the page asked for.") long total,
        @Schema(
                        description =
                                "How many of them are listed here, 2,000 at most. Where that is fewer,"
                                        + " ask for one page, or search with newspaper, from, to and"
                                        + " sort=page, which goes on without end.")
                int listed,
        List<Page> pages,
        @Schema(description = "Day of the issue before.", nullable = true)
                @Nullable LocalDate previous,
        @Schema(description = "Day of the issue after.", nullable = true) @Nullable LocalDate next,
        @Schema(description = "The page before, where one page was asked for.", nullable = true)
                @Nullable Integer previousPage,
        @Schema(description = "The page after.", nullable = true) @Nullable Integer nextPage) {
    /// One page.
    @Schema(name = "ContentsPage")
    public record Page(
            @Schema(description = "Known by.", nullable = true) @Nullable String id,
            @Schema(nullable = true) @Nullable Integer number,
            @Schema(nullable = true) @Nullable String name,
            List<Entry> articles) {
        public Page {
            articles = List.copyOf(articles);
        }
    }

    /// One article.
    @Schema(name = "ContentsEntry")
    public record Entry(
            String id,
            @Schema(nullable = true) @Nullable ArticleKind kind,
            @Schema(nullable = true) @Nullable String headline,
            @Schema(description = "First sentence, where no headline is printed.", nullable = true)
                    @Nullable String standIn,
            @Schema(nullable = true) @Nullable String column,
            List<String> authors) {}

    public Contents {
        pages = List.copyOf(pages);
    }
}
