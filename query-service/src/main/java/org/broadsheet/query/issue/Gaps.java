package org.broadsheet.query.issue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Finds the days on which an issue is missing. A paper comes out on some days of the week: those
/// of which, between the first and the last issue, at least half have one.
final class Gaps {
    private Gaps() {}

    static List<LocalDate> of(Collection<LocalDate> issues) {
        TreeSet<LocalDate> days = new TreeSet<>(issues);
        if (days.isEmpty()) {
            return List.of();
        }
        LocalDate first = days.first();
        LocalDate end = days.last().plusDays(1);
        Set<DayOfWeek> usual = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek weekday : DayOfWeek.values()) {
            long all = first.datesUntil(end).filter(day -> day.getDayOfWeek() == weekday).count();
            long printed = days.stream().filter(day -> day.getDayOfWeek() == weekday).count();
            if (printed > 0 && printed * 2 >= all) {
                usual.add(weekday);
            }
        }
        return first.datesUntil(end)
                .filter(day -> usual.contains(day.getDayOfWeek()) && !days.contains(day))
                .toList();
    }
}
