package org.broadsheet.query.search;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a query that is being typed may become.
@Schema(description = "What a query that is being typed may become.")
public record Suggestions(
        @Schema(examples = "djlm") String typed,
        List<Suggestion> suggestions,
        @Schema(
                        description =
                                "Kinds that the index does not know yet: it is of an older form and is"
                                        + " being replaced. Mostly empty.")
                List<String> lacking,
        @Schema(description = "Time Elasticsearch took.") long tookMillis) {
    /// One of them.
    public record Suggestion(
            @Schema(examples = "党建联盟") String text,
            @Schema(
                            description = "What it is.",
                            enumeration = {
                                "column",
                                "author",
                                "person",
                                "place",
                                "org",
                                "headline"
                            })
                    String kind) {}

    public Suggestions {
        suggestions = List.copyOf(suggestions);
        lacking = List.copyOf(lacking);
    }
}
