package org.broadsheet.query.issue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.broadsheet.query.search.InvalidParameter;
import org.broadsheet.query.wording.Message;
import org.jspecify.annotations.Nullable;

/// Years, days and pages as they stand in addresses; [InvalidParameter] for what is none.
public final class IssueParameters {
    private static final int YEAR_MAX = 9999;

    private IssueParameters() {}

    public static @Nullable Integer year(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (!given.matches("[1-9]\\d{3}")) {
            throw invalid("year", "2024");
        }
        return Integer.valueOf(given);
    }

    public static LocalDate day(String given) {
        try {
            return Optional.of(LocalDate.parse(given))
                    .filter(day -> day.getYear() > 0 && day.getYear() <= YEAR_MAX)
                    .orElseThrow(() -> invalid("date", "2024-03-01"));
        } catch (DateTimeException _) {
            throw invalid("date", "2024-03-01");
        }
    }

    public static int page(String given) {
        if (!given.matches("\\d{1,6}")) {
            throw invalid("page", "1");
        }
        return Integer.parseInt(given);
    }

    private static InvalidParameter invalid(String name, String example) {
        return new InvalidParameter(
                name, new Message("请按此样式给出：" + example + "。", "Give a value as " + example + "."));
    }
}
