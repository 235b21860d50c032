package org.broadsheet.query.syntax;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What the index makes one token of: each Chinese character, each Latin word or number with the
/// points inside it. The length of a query is counted in these.
public final class Units {
    private static final Pattern UNIT =
            Pattern.compile(
                    "[\\p{IsHan}\\p{IsHiragana}]|[\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}]]"
                            + "[\\p{M}]*(?:[.,'’_:]?[\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}]]"
                            + "[\\p{M}]*)*");

    private static final Pattern HAN = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}]");

    private Units() {}

    public static int count(String text) {
        return Math.toIntExact(UNIT.matcher(text).results().count());
    }

    public static List<String> of(String text) {
        return UNIT.matcher(text).results().map(MatchResult::group).toList();
    }

    /// Holds a Chinese character, so that it stands unparted among others.
    public static boolean isRunning(String text) {
        return HAN.matcher(text).find();
    }

    /// The text up to the end of its `max`th unit.
    static String beginning(String text, int max) {
        return UNIT.matcher(text)
                .results()
                .limit(max)
                .reduce((_, last) -> last)
                .map(last -> text.substring(0, last.end()))
                .orElse("");
    }

    /// Without what stands before the first and after the last unit.
    static String trimmed(String text) {
        List<MatchResult> units = UNIT.matcher(text).results().toList();
        return units.isEmpty()
                ? ""
                : text.substring(units.getFirst().start(), units.getLast().end());
    }
}
