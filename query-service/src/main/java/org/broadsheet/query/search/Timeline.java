package org.broadsheet.query.search;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The hits in time.
@Schema(description = "The hits in time, oldest first; spans without a hit are left out.")
public record Timeline(
        @Schema(
                        description = "What a span is: year, month or day.",
                        enumeration = {"year", "month", "day"})
                String unit,
        List<Span> spans,
        @Schema(description = "Hits whose page has no date.") long undated) {
    /// One year, month or day.
    @Schema(name = "TimelineSpan")
    public record Span(@Schema(description = "Its first day.") LocalDate first, long count) {}

    public Timeline {
        spans = List.copyOf(spans);
    }
}
