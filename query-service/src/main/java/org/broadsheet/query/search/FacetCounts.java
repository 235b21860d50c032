package org.broadsheet.query.search;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How many hits have each value of a facet.
@Schema(description = "How many hits have each value.")
public record FacetCounts(
        @Schema(description = "Most frequent first; years and months newest first.")
                List<Value> values,
        @Schema(description = "How often hits have values that are not listed.") long others,
        @Schema(description = "Hits that have no value.") long missing) {
    /// One value of a facet.
    @Schema(name = "FacetValue")
    public record Value(
            @Schema(examples = "先锋观点") String value,
            @Schema(examples = "3") long count,
            @Schema(description = "The search is narrowed to it.") boolean chosen) {}

    public FacetCounts {
        values = List.copyOf(values);
    }
}
