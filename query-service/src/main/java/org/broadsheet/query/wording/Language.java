package org.broadsheet.query.wording;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A language the service speaks. Pages speak Chinese unless the reader or the browser asks for
/// English; the API speaks English unless it is asked for Chinese.
public enum Language {
    ZH("zh", "zh-CN", Locale.SIMPLIFIED_CHINESE),
    EN("en", "en", Locale.UK);

    private final String word;
    private final String tag;
    private final Locale locale;
    private final DateTimeFormatter days;
    private final DateTimeFormatter moments;

    Language(String word, String tag, Locale locale) {
        this.word = word;
        this.tag = tag;
        this.locale = locale;
        this.moments =
                DateTimeFormatter.ofPattern(
                        word.equals("zh") ? "M月d日 HH:mm" : "d MMM HH:mm", locale);
        this.days = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    }

    /// The one asked for in the address, else the first of the browser's that we have, else the one
    /// given.
    public static Language of(
            @Nullable String asked, @Nullable String acceptLanguage, Language otherwise) {
        return named(asked).or(() -> accepted(acceptLanguage)).orElse(otherwise);
    }

    private static Optional<Language> named(@Nullable String word) {
        return Arrays.stream(values()).filter(language -> language.word.equals(word)).findFirst();
    }

    private static Optional<Language> accepted(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Optional.empty();
        }
        try {
            List<Locale> ours = Arrays.stream(values()).map(l -> Locale.of(l.word)).toList();
            return Optional.ofNullable(Locale.lookup(LanguageRange.parse(acceptLanguage), ours))
                    .flatMap(locale -> named(locale.getLanguage()));
        } catch (IllegalArgumentException _) {
            // Not a list of languages: as if it had not been sent.
            return Optional.empty();
        }
    }

    public String word() {
        return word;
    }

    /// For the page's `lang` attribute.
    public String tag() {
        return tag;
    }

    public Language other() {
        return this == ZH ? EN : ZH;
    }

    public String day(LocalDate day) {
        return days.format(day);
    }

    /// The name of a day's month, without its year.
    public String month(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    /// Days of the week in a letter or two, Monday first.
    public List<String> weekdays() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(TextStyle.NARROW, locale))
                .toList();
    }

    /// A moment, to the minute, in the time of the place where the service runs.
    public String moment(Instant moment) {
        return moments.format(moment.atZone(ZoneId.systemDefault()));
    }

    /// What stands between a name and what is said of it.
    public String colon() {
        return this == ZH ? "：" : ": ";
    }
}
