package org.broadsheet.query.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Expressions that stand in the archive, with how often: what a mistyped one may have meant.
final class Lexicon {
    /// A sound-alike is likelier meant than a look-alike: Chinese is typed by sound.
    private static final int SAME_SOUND = 3;

    private static final int PHRASES_MAX = 60_000;
    private static final int LENGTH_MAX = 5;

    private final Map<String, Integer> counts;
    private final NavigableMap<String, String> forwards = new TreeMap<>();
    private final NavigableMap<String, String> backwards = new TreeMap<>();
    private final Map<String, List<String>> bySound = new HashMap<>();

    private Lexicon(Map<String, Integer> counts) {
        this.counts = counts;
        for (String phrase : counts.keySet()) {
            forwards.put(phrase, phrase);
            backwards.put(reversed(phrase), phrase);
            bySound.computeIfAbsent(Pinyin.of(phrase), _ -> new ArrayList<>()).add(phrase);
        }
    }

    /// Of headlines: every two to five characters that stand together. Of names: the whole.
    static Lexicon of(List<String> headlines, Map<String, Integer> names) {
        Map<String, Integer> counts = new HashMap<>();
        for (String headline : headlines) {
            for (String run : headline.split("\\P{IsHan}+", -1)) {
                count(counts, run.codePoints().toArray());
            }
            if (counts.size() > PHRASES_MAX) {
                dropRarest(counts);
            }
        }
        names.forEach((name, count) -> counts.merge(name, count, Integer::sum));
        return new Lexicon(counts);
    }

    boolean knows(String phrase) {
        return counts.containsKey(phrase);
    }

    /// What the phrase may have meant, likeliest first: the same sound, or one character more, less
    /// or another.
    List<String> candidates(String phrase) {
        Map<String, Integer> found = new HashMap<>();
        for (String sound : Pinyin.all(phrase)) {
            bySound.getOrDefault(sound, List.of())
                    .forEach(same -> found.put(same, counts.getOrDefault(same, 0) * SAME_SOUND));
        }
        int half = phrase.length() / 2;
        Stream.concat(
                        beginning(forwards, phrase.substring(0, half)),
                        beginning(backwards, reversed(phrase.substring(half))))
                .filter(near -> isOneEdit(phrase, near))
                .forEach(near -> found.putIfAbsent(near, counts.getOrDefault(near, 0)));
        found.remove(phrase);
        return found.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void count(Map<String, Integer> counts, int[] run) {
        for (int first = 0; first < run.length; first++) {
            for (int length = 2; length <= LENGTH_MAX && first + length <= run.length; length++) {
                counts.merge(new String(run, first, length), 1, Integer::sum);
            }
        }
    }

    private static void dropRarest(Map<String, Integer> counts) {
        for (int rare = 1; counts.size() > PHRASES_MAX / 2; rare++) {
            int limit = rare;
            counts.values().removeIf(count -> count <= limit);
        }
    }

    private static Stream<String> beginning(NavigableMap<String, String> map, String prefix) {
        return prefix.isEmpty()
                ? Stream.empty()
                : map.subMap(prefix, true, prefix + Character.MAX_VALUE, false).values().stream();
    }

    /// One character inserted, left out or replaced.
    private static boolean isOneEdit(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        if (Math.max(a.length(), b.length()) - shorter > 1) {
            return false;
        }
        int same = 0;
        while (same < shorter && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        int tail = 0;
        while (tail < shorter - same
                && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
            tail++;
        }
        return Math.max(a.length(), b.length()) - same - tail <= 1;
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
