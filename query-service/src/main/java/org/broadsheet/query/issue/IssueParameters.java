package org.broadsheet.query.issue;

import static org.broadsheet.query.search.ParameterValue.looking;

import java.time.LocalDate;
import org.broadsheet.query.search.ParameterValue;
import org.jspecify.annotations.Nullable;

/// Years, days and pages as they stand in addresses, read by [ParameterValue].
public final class IssueParameters {
    private IssueParameters() {}

    public static @Nullable Integer year(@Nullable String given) {
        return given == null || given.isBlank()
                ? null
                : Integer.valueOf(looking(given.matches("[1-9]\\d{3}"), given, "year", "2024"));
    }

    public static LocalDate day(String given) {
        return ParameterValue.day("date", given).orElseThrow(UnknownIssue::new);
    }

    public static int page(String given) {
        return Integer.parseInt(looking(given.matches("\\d{1,6}"), given, "page", "1"));
    }
}
