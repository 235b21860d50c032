package org.broadsheet.query.issue;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The issues of a newspaper in one year, and the days on which one is missing.
@Schema(description = "The issues of a newspaper in one year.")
public record Calendar(
        String newspaper,
        @Schema(description = "Years that have issues, oldest first.") List<Integer> years,
        int year,
        List<Day> issues,
        @Schema(
                        description =
                                "Days between the year's first and last issue that have none, though"
                                        + " the paper came out on most such weekdays.")
                List<LocalDate> gaps) {
    /// One issue.
    @Schema(name = "CalendarDay")
    public record Day(LocalDate date, long pages, long articles) {}

    public Calendar {
        years = List.copyOf(years);
        issues = List.copyOf(issues);
        gaps = List.copyOf(gaps);
    }
}
