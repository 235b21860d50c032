package org.broadsheet.query.search;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A slice of what a search found.
@Schema(description = "A slice of what was found.")
public record SearchResult(
        @Schema(description = "The text that was looked for.", examples = "党建联盟") String query,
        @Schema(description = "How many articles match, exactly.", examples = "3") long total,
        @Schema(description = "Time Elasticsearch took.") long tookMillis,
        int offset,
        int limit,
        List<ArticleHit> hits) {
    public SearchResult {
        hits = List.copyOf(hits);
    }
}
