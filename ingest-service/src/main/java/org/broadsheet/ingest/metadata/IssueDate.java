package org.broadsheet.ingest.metadata;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the date of an issue in the ways that newspapers and archives write it: 2026-01-15,
/// 20260115, 2026.1.15, 2026年1月15日, 二〇二六年一月十五日, 中華民國一一五年一月十五日, January 15, 2026.
final class IssueDate {
    private static final String CHINESE = "[〇○零一二三四五六七八九十百]";
    private static final Pattern NUMBERS =
            Pattern.compile(
                    "(?<![0-9])((?:1[6-9]|20)[0-9]{2})(?:([-./_])([0-9]{1,2})\\2([0-9]{1,2})|([0-9]{2})([0-9]{2}))(?![0-9])");
    private static final Pattern SPELLED =
            Pattern.compile(
                    "(?<republic>中[華华]民[國国])?\\s*(?<year>[0-9]{2,4}|"
                            + CHINESE
                            + "{2,5})\\s*年\\s*(?<month>[0-9]{1,2}|"
                            + CHINESE
                            + "{1,3})\\s*月\\s*(?<day>[0-9]{1,2}|"
                            + CHINESE
                            + "{1,3})\\s*日");
    private static final Pattern ENGLISH =
            Pattern.compile(
                    "(?i)(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? ([0-9]{1,2}),? ((?:1[6-9]|20)[0-9]{2})");
    private static final String DIGITS = "〇一二三四五六七八九";

    /// The Republic of China counts from 1912 as its first year.
    private static final int REPUBLIC = 1911;

    private IssueDate() {}

    /// The first date in a text; null without one, or where it is none (2026-02-30).
    static @Nullable LocalDate in(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        if (numbers.find()) {
            boolean parted = numbers.group(2) != null;
            return date(
                    number(numbers.group(1)),
                    number(numbers.group(parted ? 3 : 5)),
                    number(numbers.group(parted ? 4 : 6)));
        }
        Matcher spelled = SPELLED.matcher(text);
        if (spelled.find()) {
            int year = number(spelled.group("year"));
            boolean republic = spelled.group("republic") != null;
            return date(
                    republic ? REPUBLIC + year : year,
                    number(spelled.group("month")),
                    number(spelled.group("day")));
        }
        Matcher english = ENGLISH.matcher(text);
        return english.find()
                ? date(number(english.group(3)), month(english.group(1)), number(english.group(2)))
                : null;
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        if (year < 1600) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int month(String beginning) {
        List<String> names =
                List.of(Month.values()).stream()
                        .map(month -> month.name().substring(0, 3).toLowerCase(Locale.ROOT))
                        .toList();
        return names.indexOf(beginning.toLowerCase(Locale.ROOT)) + 1;
    }

    /// 15, 十五, 二十, 一一五 and 二〇二六 alike.
    static int number(String written) {
        int value = 0;
        boolean ten = false;
        for (char c : written.replace('○', '〇').replace('零', '〇').toCharArray()) {
            if (c == '十') {
                value = Math.max(1, value) * 10;
                ten = true;
            } else {
                int digit = Character.isDigit(c) ? Character.digit(c, 10) : DIGITS.indexOf(c);
                value = ten ? value + digit : value * 10 + digit;
            }
        }
        return value;
    }
}
