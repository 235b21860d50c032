package org.broadsheet.query.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.query.issue.Calendar;
import org.jspecify.annotations.Nullable;

/// A year of a newspaper, month by month.
record CalendarView(Calendar calendar, Visit visit) {
    private static final int WEEK = 7;

    /// A year that has issues.
    record YearView(int year, String href, boolean current) {}

    /// One month.
    ///
    /// @param issues how many came out
    record Month(String name, long issues, List<List<Cell>> weeks) {}

    /// One day of a month; without a number it belongs to another month.
    ///
    /// @param href of the issue, null where there is none
    /// @param gap an issue is missing
    record Cell(
            @Nullable Integer number, @Nullable String href, @Nullable String label, boolean gap) {}

    public List<YearView> years() {
        return calendar.years().stream()
                .map(
                        year ->
                                new YearView(
                                        year,
                                        visit.href(
                                                Address.of("newspapers", calendar.newspaper())
                                                        .with("year", year)),
                                        year == calendar.year()))
                .toList();
    }

    public long issues() {
        return calendar.issues().size();
    }

    public long gaps() {
        return calendar.gaps().size();
    }

    public String articles() {
        return "%,d".formatted(calendar.issues().stream().mapToLong(Calendar.Day::articles).sum());
    }

    public List<String> weekdays() {
        return visit.language().weekdays();
    }

    public List<Month> months() {
        Map<LocalDate, Calendar.Day> issues = new HashMap<>();
        calendar.issues().forEach(day -> issues.put(day.date(), day));
        Set<LocalDate> gaps = new HashSet<>(calendar.gaps());
        List<Month> months = new ArrayList<>();
        for (int number = 1; number <= 12; number++) {
            YearMonth month = YearMonth.of(calendar.year(), number);
            long count =
                    issues.keySet().stream().filter(d -> YearMonth.from(d).equals(month)).count();
            months.add(
                    new Month(
                            visit.language().month(month.atDay(1)),
                            count,
                            weeks(month, issues, gaps)));
        }
        return months;
    }

    private List<List<Cell>> weeks(
            YearMonth month, Map<LocalDate, Calendar.Day> issues, Set<LocalDate> gaps) {
        List<Cell> cells = new ArrayList<>();
        Cell blank = new Cell(null, null, null, false);
        for (int i = 1; i < month.atDay(1).getDayOfWeek().getValue(); i++) {
            cells.add(blank);
        }
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            cells.add(cell(month.atDay(day), issues, gaps));
        }
        while (cells.size() % WEEK != 0) {
            cells.add(blank);
        }
        List<List<Cell>> weeks = new ArrayList<>();
        for (int at = 0; at < cells.size(); at += WEEK) {
            weeks.add(cells.subList(at, at + WEEK));
        }
        return weeks;
    }

    private Cell cell(LocalDate date, Map<LocalDate, Calendar.Day> issues, Set<LocalDate> gaps) {
        Calendar.Day issue = issues.get(date);
        return issue == null
                ? new Cell(date.getDayOfMonth(), null, null, gaps.contains(date))
                : new Cell(
                        date.getDayOfMonth(),
                        visit.href(Address.of("newspapers", calendar.newspaper(), date.toString())),
                        visit.day(date) + visit.language().colon() + issue.articles(),
                        false);
    }
}
