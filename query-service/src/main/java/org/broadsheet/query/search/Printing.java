package org.broadsheet.query.search;

import java.time.LocalDate;
import org.broadsheet.query.article.ArticleDocument;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Where a text was printed. Null is what its page does not say.
@Schema(description = "Where the same text was printed too.")
public record Printing(
        @Schema(description = "Id of the article there.", examples = "courier-1954-03-09-p02-01")
                String id,
        @Schema(description = "The newspaper.", examples = "边城日报", nullable = true)
                @Nullable String title,
        @Schema(nullable = true) @Nullable LocalDate date,
        @Schema(nullable = true) @Nullable Integer page,
        @Schema(nullable = true) @Nullable String pageName) {

    static Printing of(ArticleDocument document) {
        return new Printing(
                document.id(),
                document.title(),
                document.date(),
                document.page(),
                document.pageName());
    }
}
