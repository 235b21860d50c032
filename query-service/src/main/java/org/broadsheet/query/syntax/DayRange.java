package org.broadsheet.query.syntax;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.query.syntax.QueryNode.Days;
import org.jspecify.annotations.Nullable;

/// Reads days: 2024, 2024-03, 2024年3月1日, 20240301, and ranges of them (2024-01..2024-03, 2024..,
/// ..2024-03, 2024年1月至3月, >=2024-01, <2024).
final class DayRange {
    private static final Pattern RANGE =
            Pattern.compile("(?<first>[^.~～至到—–]*?)(?:\\.{2,}|…+|[~～至到]|—+|–)(?<last>.*)");
    private static final Pattern COMPARED = Pattern.compile("(?<sign>[<>＜＞]=?|[≤≥])(?<day>.+)");
    private static final Pattern DAY =
            Pattern.compile(
                    "(?<year>\\d{4})"
                            + "(?:[-/.年]?(?<month>(?<=[-/.年])\\d{1,2}|\\d{2})"
                            + "(?:[-/.月]?(?<day>(?<=[-/.月])\\d{1,2}|\\d{2}))?)?[年月日]?");
    private static final Pattern WITHIN_YEAR =
            Pattern.compile("(?<month>\\d{1,2})(?:月|[-/.月](?<day>\\d{1,2})日?)");

    private DayRange() {}

    static Optional<Days> read(String typed) {
        try {
            return compared(typed.strip());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Days> compared(String text) {
        Matcher match = COMPARED.matcher(text);
        if (!match.matches()) {
            return range(text);
        }
        return span(match.group("day"))
                .map(
                        span ->
                                switch (match.group("sign")) {
                                    case ">", "＞" -> new Days(span.last.plusDays(1), null);
                                    case "<", "＜" -> new Days(null, span.first.minusDays(1));
                                    case ">=", "＞=", "≥" -> new Days(span.first, null);
                                    default -> new Days(null, span.last);
                                });
    }

    private static Optional<Days> range(String text) {
        Optional<Days> one = span(text).map(span -> new Days(span.first, span.last));
        Matcher match = RANGE.matcher(text);
        if (one.isPresent() || !match.matches()) {
            return one;
        }
        String first = match.group("first").strip();
        String last = match.group("last").strip();
        Optional<Span> from = span(first);
        Optional<Span> to = span(last).or(() -> from.flatMap(span -> sameYear(span, last)));
        boolean isReadable =
                (from.isPresent() || first.isEmpty())
                        && (to.isPresent() || last.isEmpty())
                        && (from.isPresent() || to.isPresent());
        return isReadable
                ? Optional.of(
                        inOrder(
                                from.map(Span::first).orElse(null),
                                to.map(Span::last).orElse(null)))
                : Optional.empty();
    }

    /// Typed the wrong way round, it is meant the other.
    private static Days inOrder(@Nullable LocalDate first, @Nullable LocalDate last) {
        return first != null && last != null && last.isBefore(first)
                ? new Days(last, first)
                : new Days(first, last);
    }

    /// The first and last day of a year, a month or a day.
    private record Span(LocalDate first, LocalDate last) {}

    private static Optional<Span> span(String text) {
        Matcher match = DAY.matcher(text);
        if (!match.matches() || match.group("year").equals("0000")) {
            return Optional.empty();
        }
        int year = Integer.parseInt(match.group("year"));
        return Optional.of(span(year, match.group("month"), match.group("day")));
    }

    private static Span span(int year, @Nullable String month, @Nullable String day) {
        if (month == null) {
            return new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        }
        YearMonth whole = YearMonth.of(year, Integer.parseInt(month));
        if (day == null) {
            return new Span(whole.atDay(1), whole.atEndOfMonth());
        }
        LocalDate one = whole.atDay(Integer.parseInt(day));
        return new Span(one, one);
    }

    private static Optional<Span> sameYear(Span from, String text) {
        Matcher match = WITHIN_YEAR.matcher(text);
        return match.matches()
                ? Optional.of(span(from.first.getYear(), match.group("month"), match.group("day")))
                : Optional.empty();
    }
}
