package org.broadsheet.query.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.query.wording.Message;
import org.jspecify.annotations.Nullable;

/// Reads the value of one parameter, or says what to give in its place ([InvalidParameter]). What
/// is absent or blank is not given.
public final class ParameterValue {
    /// Longer than any name: a value that no field can hold is refused here, or Elasticsearch
    /// would.
    static final int LENGTH_MAX = 300;

    private ParameterValue() {}

    static Optional<String> text(String name, @Nullable String value) {
        return text(name, value, LENGTH_MAX);
    }

    /// @param max characters
    public static Optional<String> text(String name, @Nullable String value, int max) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        int length = value.codePointCount(0, value.length());
        if (length > max) {
            throw new InvalidParameter(
                    name,
                    new Message(
                            "有 %d 个字，最多 %d 个：请只给出其中一部分。".formatted(length, max),
                            "Give at most %d characters; these are %d.".formatted(max, length)));
        }
        return Optional.of(value.strip());
    }

    static Optional<Integer> number(String name, @Nullable String value, int min, int max) {
        Optional<String> given = text(name, value);
        try {
            Optional<Integer> number = given.map(Integer::valueOf);
            if (number.filter(n -> n < min || n > max).isEmpty()) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Falls through to the same advice.
        }
        throw new InvalidParameter(
                name,
                new Message(
                        "请给出 %d 到 %d 之间的整数。".formatted(min, max),
                        "Give a whole number from %d to %d.".formatted(min, max)));
    }

    /// A day of a year with four digits, which is all that the index reads.
    public static Optional<LocalDate> day(String name, @Nullable String value) {
        try {
            Optional<LocalDate> day = text(name, value).map(LocalDate::parse);
            if (day.filter(d -> d.getYear() < 1 || d.getYear() > 9999).isEmpty()) {
                return day;
            }
        } catch (DateTimeException _) {
            // Falls through to the same advice.
        }
        throw new InvalidParameter(
                name,
                new Message(
                        "请按 2024-03-01 的样式给出一个日期。", "Give a day of the calendar as 2024-03-01."));
    }

    /// One of an enumeration by its word.
    public static <E> Optional<E> oneOf(
            String name, @Nullable String value, E[] all, Function<E, String> word) {
        return text(name, value)
                .map(
                        given ->
                                Arrays.stream(all)
                                        .filter(one -> word.apply(one).equals(given))
                                        .findFirst()
                                        .orElseThrow(
                                                () ->
                                                        notAmong(
                                                                name,
                                                                Arrays.stream(all).map(word))));
    }

    static InvalidParameter notAmong(String name, Stream<String> words) {
        String list = words.collect(Collectors.joining(", "));
        return new InvalidParameter(
                name, new Message("请给出其中之一：" + list + "。", "Give one of " + list + "."));
    }

    /// The value, where it looks as one must; the example shows how.
    public static String looking(boolean isGood, String value, String name, String example) {
        if (!isGood) {
            throw new InvalidParameter(
                    name,
                    new Message("请按此样式给出：" + example + "。", "Give a value as " + example + "."));
        }
        return value;
    }
}
