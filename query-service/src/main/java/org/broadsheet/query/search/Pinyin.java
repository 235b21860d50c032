package org.broadsheet.query.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import net.sourceforge.pinyin4j.PinyinHelper;

/// How Chinese is pronounced, without tones.
final class Pinyin {
    private static final int READINGS_MAX = 16;

    private Pinyin() {}

    /// The usual reading, its syllables parted by spaces; what has none stands for itself.
    static String of(String text) {
        return text.codePoints()
                .mapToObj(c -> readings(c).getFirst())
                .collect(Collectors.joining(" "));
    }

    /// Every reading (行长: xing chang, hang zhang …), up to sixteen.
    static List<String> all(String text) {
        List<String> all = List.of("");
        for (int c : text.codePoints().toArray()) {
            List<String> longer = new ArrayList<>();
            for (String beginning : all) {
                for (String syllable : readings(c)) {
                    if (longer.size() < READINGS_MAX) {
                        longer.add(beginning.isEmpty() ? syllable : beginning + " " + syllable);
                    }
                }
            }
            all = longer;
        }
        return all;
    }

    private static List<String> readings(int character) {
        String[] found =
                Character.isBmpCodePoint(character)
                        ? PinyinHelper.toHanyuPinyinStringArray((char) character)
                        : null;
        if (found == null) {
            return List.of(Character.toString(character));
        }
        return Arrays.stream(found)
                .filter(Objects::nonNull)
                .map(reading -> reading.replaceAll("\\d", ""))
                .distinct()
                .toList();
    }
}
