package org.broadsheet.query.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.broadsheet.query.search.Timeline;
import org.broadsheet.query.wording.Language;
import org.jspecify.annotations.Nullable;

/// The hits in time as bars, each a link to the same search within its span.
///
/// @param bars oldest first; spans without a hit have none
/// @param first what the axis begins with
/// @param last what it ends with
record TimelineView(List<Bar> bars, String first, String last) {
    /// Width and height of the drawing; it is stretched to its place.
    static final int WIDTH = 1000;

    static final int HEIGHT = 60;

    private static final int SLOTS_MAX = 120;
    private static final double BAR_SHARE = 0.86;
    private static final double BAR_MAX = 48;

    /// A bar in the middle of its slot.
    ///
    /// @param top upper edge of the bar
    record Bar(
            String href,
            String label,
            String x,
            String width,
            String slotX,
            String slotWidth,
            int top) {
        public int height() {
            return HEIGHT - top;
        }
    }

    /// How long a bar is.
    private enum Unit {
        DAY,
        MONTH,
        YEAR,
        DECADE,
        CENTURY;

        Unit longer() {
            return switch (this) {
                case DAY -> MONTH;
                case MONTH -> YEAR;
                case YEAR -> DECADE;
                case DECADE, CENTURY -> CENTURY;
            };
        }

        LocalDate first(LocalDate day) {
            int year = day.getYear();
            return switch (this) {
                case DAY -> day;
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> LocalDate.of(year, 1, 1);
                case DECADE -> LocalDate.of(Math.max(1, year - year % 10), 1, 1);
                case CENTURY -> LocalDate.of(Math.max(1, year - year % 100), 1, 1);
            };
        }

        LocalDate last(LocalDate first) {
            int year = first.getYear();
            return switch (this) {
                case DAY -> first;
                case MONTH -> first.plusMonths(1).minusDays(1);
                case YEAR -> LocalDate.of(year, 12, 31);
                case DECADE -> LocalDate.of(year - year % 10 + 9, 12, 31);
                case CENTURY -> LocalDate.of(year - year % 100 + 99, 12, 31);
            };
        }

        int slot(LocalDate origin, LocalDate day) {
            return (int)
                    switch (this) {
                        case DAY -> ChronoUnit.DAYS.between(origin, day);
                        case MONTH -> ChronoUnit.MONTHS.between(origin, day);
                        case YEAR -> day.getYear() - origin.getYear();
                        case DECADE -> day.getYear() / 10 - origin.getYear() / 10;
                        case CENTURY -> day.getYear() / 100 - origin.getYear() / 100;
                    };
        }

        String label(LocalDate first, Language language) {
            String year = Integer.toString(first.getYear());
            boolean isChinese = language == Language.ZH;
            return switch (this) {
                case DAY -> language.day(first);
                case MONTH ->
                        isChinese
                                ? year + "年" + first.getMonthValue() + "月"
                                : language.month(first) + " " + year;
                case YEAR -> isChinese ? year + "年" : year;
                case DECADE, CENTURY -> year + "–" + last(first).getYear();
            };
        }
    }

    /// Null where there is nothing to compare: fewer than two spans.
    static @Nullable TimelineView of(@Nullable Timeline timeline, Address here, Visit visit) {
        if (timeline == null || timeline.spans().size() < 2) {
            return null;
        }
        LocalDate oldest = timeline.spans().getFirst().first();
        LocalDate newest = timeline.spans().getLast().first();
        Unit unit = Unit.valueOf(timeline.unit().toUpperCase(Locale.ROOT));
        while (slots(unit, oldest, newest) > SLOTS_MAX && unit != Unit.CENTURY) {
            unit = unit.longer();
        }
        Map<LocalDate, Long> counts = new TreeMap<>();
        for (Timeline.Span span : timeline.spans()) {
            counts.merge(unit.first(span.first()), span.count(), Long::sum);
        }
        Language language = visit.language();
        return new TimelineView(
                bars(counts, unit, slots(unit, oldest, newest), here, visit),
                unit.label(unit.first(oldest), language),
                unit.label(unit.first(newest), language));
    }

    private static int slots(Unit unit, LocalDate oldest, LocalDate newest) {
        return unit.slot(unit.first(oldest), unit.first(newest)) + 1;
    }

    private static List<Bar> bars(
            Map<LocalDate, Long> counts, Unit unit, int slots, Address here, Visit visit) {
        long highest = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
        LocalDate origin = counts.keySet().iterator().next();
        double width = (double) WIDTH / slots;
        double bar = Math.min(width * BAR_SHARE, BAR_MAX);
        List<Bar> bars = new ArrayList<>();
        counts.forEach(
                (first, count) -> {
                    int height = (int) Math.max(3, Math.round((double) HEIGHT * count / highest));
                    Address within = here.with("from", first).with("to", unit.last(first));
                    bars.add(
                            new Bar(
                                    visit.href(within),
                                    unit.label(first, visit.language())
                                            + visit.language().colon()
                                            + "%,d".formatted(count),
                                    number(unit.slot(origin, first) * width + (width - bar) / 2),
                                    number(bar),
                                    number(unit.slot(origin, first) * width),
                                    number(width),
                                    HEIGHT - height));
                });
        return bars;
    }

    private static String number(double value) {
        return Objects.requireNonNull(String.format(Locale.ROOT, "%.1f", value));
    }
}
