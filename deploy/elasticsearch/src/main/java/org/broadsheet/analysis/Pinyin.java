package org.broadsheet.analysis;

import com.hankcs.hanlp.HanLP;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a Chinese text may be typed as on a keyboard without Chinese: whole syllables without tones
/// (dangjian) or their first letters (dj), by HanLP's table (data/dictionary/pinyin/pinyin.txt).
///
/// A character with several readings is read as in the longest word of the table that stands there;
/// since that is sometimes wrong (银行行长), other common readings of one or two characters are tried.
final class Pinyin {
    private static final String TABLE = "/data/dictionary/pinyin/pinyin.txt";
    private static final int WORD_LENGTH_MAX = 8;

    /// A reading that fewer words of the table show is one that nobody types.
    private static final int COMMON_FROM = 3;

    /// Enough for every name; a headline has rarely more than three such characters.
    private static final int ALTERNATIVES_MAX = 24;

    private static final Pinyin LOADED = load();

    // Hash maps, not Map.copyOf: there Chinese words, whose hashes are neighbours, lie in long runs
    // that each look-up walks through. That was a third of what indexing cost.
    private final Map<String, String[]> readings;
    private final Map<Character, List<String>> common;

    private Pinyin(Map<String, String[]> readings, Map<Character, List<String>> common) {
        this.readings = readings;
        this.common = common;
    }

    /// The ways to type a text: full syllables first, then first letters. Nothing for a text
    /// without a Chinese character. What is no Chinese character stays as it is.
    static List<String> of(String text) {
        return LOADED.typed(text);
    }

    private List<String> typed(String text) {
        Set<List<String>> readings = new LinkedHashSet<>(List.of(syllables(text)));
        for (int changes = 0; changes < 2; changes++) {
            for (List<String> reading : List.copyOf(readings)) {
                addChanged(reading, text, readings);
            }
        }
        Set<String> typed = new LinkedHashSet<>();
        readings.forEach(reading -> typed.add(String.join("", reading)));
        readings.forEach(reading -> typed.add(initials(reading)));
        typed.remove(text);
        return List.copyOf(typed);
    }

    /// `reading` with one character read in another way, as long as there is room.
    private void addChanged(List<String> reading, String text, Set<List<String>> readings) {
        for (int i = 0; i < text.length(); i++) {
            for (String other : common.getOrDefault(text.charAt(i), List.of())) {
                if (readings.size() < ALTERNATIVES_MAX) {
                    List<String> changed = new ArrayList<>(reading);
                    changed.set(i, other);
                    readings.add(changed);
                }
            }
        }
    }

    /// One for each `char` of the text; what has no reading is its own.
    private List<String> syllables(String text) {
        List<String> syllables = new ArrayList<>();
        while (syllables.size() < text.length()) {
            int start = syllables.size();
            int length = Math.min(WORD_LENGTH_MAX, text.length() - start);
            String[] word = readings.get(text.substring(start, start + length));
            while (word == null && length > 1) {
                length--;
                word = readings.get(text.substring(start, start + length));
            }
            if (word == null) {
                syllables.add(text.substring(start, start + 1));
            } else {
                syllables.addAll(Arrays.asList(word));
            }
        }
        return syllables;
    }

    private static String initials(List<String> syllables) {
        StringBuilder initials = new StringBuilder();
        syllables.forEach(syllable -> initials.append(syllable.charAt(0)));
        return initials.toString();
    }

    private static Pinyin load() {
        Map<String, String[]> readings = new HashMap<>();
        Map<Character, Map<String, Integer>> shown = new HashMap<>();
        for (String line : Resources.lines(HanLP.class, TABLE)) {
            int equals = line.indexOf('=');
            String word = line.substring(0, Math.max(equals, 0));
            String[] syllables = line.substring(equals + 1).replaceAll("[0-9]", "").split(",", -1);
            if (word.length() == 1) {
                readings.put(word, new String[] {syllables[0]});
            } else if (word.length() == syllables.length && word.length() <= WORD_LENGTH_MAX) {
                readings.put(word, syllables);
                for (int i = 0; i < word.length(); i++) {
                    shown.computeIfAbsent(word.charAt(i), ignored -> new HashMap<>())
                            .merge(syllables[i], 1, Integer::sum);
                }
            }
        }
        Map<Character, List<String>> common = new HashMap<>();
        shown.forEach(
                (character, counts) -> {
                    List<String> frequent =
                            counts.keySet().stream()
                                    .filter(
                                            reading ->
                                                    counts.getOrDefault(reading, 0) >= COMMON_FROM)
                                    .sorted()
                                    .toList();
                    if (frequent.size() > 1) {
                        common.put(character, frequent);
                    }
                });
        return new Pinyin(readings, common);
    }
}
