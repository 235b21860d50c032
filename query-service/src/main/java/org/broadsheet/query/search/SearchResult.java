package org.broadsheet.query.search;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A slice of what a search found.
@Schema(description = "A slice of what was found.")
public record SearchResult(
        @Schema(description = "The text that was looked for.", examples = "党建联盟") String query,
        @Schema(
                        description =
                                "The text as it was read, in canonical form: asked again it means"
                                        + " the same.",
                        examples = "党建联盟")
                String readAs,
        @Schema(description = "Pieces of the text that could not be read as they stand.")
                List<NotUnderstood> notUnderstood,
        @Schema(description = "How many articles match, exactly.", examples = "3") long total,
        @Schema(description = "Time Elasticsearch took.") long tookMillis,
        int offset,
        int limit,
        List<ArticleHit> hits) {
    /// A piece of the text that was not understood, and what was made of it.
    @Schema(description = "A piece of the text, and what was made of it.")
    public record NotUnderstood(
            @Schema(examples = "日期:昨天") String text,
            @Schema(examples = "The date cannot be read; read as words.") String reason) {}

    public SearchResult {
        notUnderstood = List.copyOf(notUnderstood);
        hits = List.copyOf(hits);
    }
}
