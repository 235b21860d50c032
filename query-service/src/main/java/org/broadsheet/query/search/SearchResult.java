package org.broadsheet.query.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

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
        @Schema(
                        description =
                                "Queries that find far more; where this one finds almost nothing.",
                        examples = "[\"党建联盟\"]")
                List<String> didYouMean,
        @Schema(
                        description =
                                "How many articles match, exactly, each printing of a text for"
                                        + " itself: what an export holds.",
                        examples = "3")
                long total,
        @Schema(
                        description =
                                "How many different texts they are: as many hits there are in all"
                                        + " where reprints are listed together. Beyond 40,000 about.",
                        examples = "2")
                long texts,
        @Schema(description = "Time Elasticsearch took.") long tookMillis,
        @Schema(description = "How many hits stand before these.") long offset,
        int limit,
        @Schema(description = "Cursor of the hits that follow; null at the end.", nullable = true)
                @Nullable String next,
        @Schema(description = "Cursor of the hits before; null at the beginning.", nullable = true)
                @Nullable String previous,
        List<ArticleHit> hits,
        @Schema(description = "Counts by facet: all hits under the choices of the other facets.")
                Map<String, FacetCounts> facets,
        @Schema(description = "Null where no facets were asked for.", nullable = true)
                @Nullable Timeline timeline) {
    /// A piece of the text that was not understood, and what was made of it.
    @Schema(description = "A piece of the text, and what was made of it.")
    public record NotUnderstood(
            @Schema(examples = "日期:昨天") String text,
            @Schema(examples = "The date cannot be read; read as words.") String reason) {}

    public SearchResult {
        notUnderstood = List.copyOf(notUnderstood);
        didYouMean = List.copyOf(didYouMean);
        hits = List.copyOf(hits);
        facets = Collections.unmodifiableMap(new LinkedHashMap<>(facets));
    }
}
