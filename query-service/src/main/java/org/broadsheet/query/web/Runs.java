package org.broadsheet.query.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Numbers of files as a part of an address: `3-502,510`, so that as many as one upload brings fit
/// into it.
final class Runs {
    private static final String RUNS = "\\d{1,18}(-\\d{1,18})?(,\\d{1,18}(-\\d{1,18})?)*";

    /// More than one upload may bring.
    private static final int NUMBERS_MAX = 2_000;

    private record Run(long first, long last) {
        String written() {
            return first == last ? Long.toString(first) : first + "-" + last;
        }
    }

    private Runs() {}

    static String of(List<Long> numbers) {
        List<Run> runs = new ArrayList<>();
        for (long number : new TreeSet<>(numbers)) {
            Run last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && last.last() + 1 == number) {
                runs.set(runs.size() - 1, new Run(last.first(), number));
            } else {
                runs.add(new Run(number, number));
            }
        }
        return runs.stream().map(Run::written).collect(Collectors.joining(","));
    }

    /// @return empty where this is no such part, or means more numbers than an upload brings
    static Optional<List<Long>> read(String written) {
        if (!written.matches(RUNS)) {
            return Optional.empty();
        }
        List<Long> numbers = new ArrayList<>();
        for (String run : written.split(",", -1)) {
            String[] ends = run.split("-", -1);
            long first = Long.parseLong(ends[0]);
            long last = Long.parseLong(ends[ends.length - 1]);
            if (last < first || last - first >= NUMBERS_MAX - numbers.size()) {
                return Optional.empty();
            }
            LongStream.rangeClosed(first, last).forEach(numbers::add);
        }
        return Optional.of(numbers);
    }
}
