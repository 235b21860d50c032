package org.broadsheet.query.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.broadsheet.query.article.ArticleDocument;
import org.broadsheet.query.article.ArticleKind;
import org.broadsheet.query.article.Contributor;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One article found, as a list shows it. Null is what its page does not say.
@Schema(description = "One article found.")
public record ArticleHit(
        @Schema(examples = "courier-1954-03-02-p01-03") String id,
        ArticleKind kind,
        @Schema(description = "Null when the page does not print one.", nullable = true)
                @Nullable String headline,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "First sentence; only where the headline is null.")
                @Nullable String standIn,
        List<Contributor> byline,
        List<String> authors,
        @Schema(nullable = true) @Nullable String column,
        @Schema(description = "The newspaper.", nullable = true) @Nullable String title,
        @Schema(nullable = true) @Nullable LocalDate date,
        @Schema(nullable = true) @Nullable Integer page,
        @Schema(nullable = true) @Nullable String pageName,
        @Schema(description = "Publication it is reprinted from.", nullable = true)
                @Nullable String source,
        @Schema(description = "Name of the dropped file.") String file,
        @Schema(
                        description =
                                "How often the text was printed in the whole archive, this printing"
                                        + " included.",
                        examples = "2")
                long printings,
        @Schema(description = "Its other printings, the oldest first, at most ten.")
                List<Printing> printedIn,
        double score,
        Highlights highlights) {

    static ArticleHit of(
            ArticleDocument document,
            Printings.Others others,
            double score,
            Highlights highlights) {
        return new ArticleHit(
                document.id(),
                Objects.requireNonNullElse(document.kind(), ArticleKind.ARTICLE),
                document.headline(),
                document.standIn(),
                document.byline(),
                document.authors(),
                document.column(),
                document.title(),
                document.date(),
                document.page(),
                document.pageName(),
                document.source(),
                Objects.requireNonNullElse(document.file(), ""),
                1 + others.count(),
                others.named(),
                score,
                highlights);
    }
}
