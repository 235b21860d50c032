package org.broadsheet.ingest.parse;

import java.util.Arrays;

/// The pairs of neighbouring characters of a text, sorted, with how often each occurs. Letters,
/// digits and Chinese characters count, spaces and punctuation do not.
final class Bigrams {
    private final int[] keys;
    private final int[] counts;

    private Bigrams(int[] keys, int[] counts) {
        this.keys = keys;
        this.counts = counts;
    }

    static Bigrams of(String text) {
        int[] all = new int[text.length()];
        int size = 0;
        char previous = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                if (previous != 0) {
                    all[size++] = previous << 16 | c;
                }
                previous = Character.toLowerCase(c);
            } else if (!Glyphs.isSpace(c)) {
                previous = 0;
            }
        }
        return counted(Arrays.copyOf(all, size));
    }

    private static Bigrams counted(int[] all) {
        Arrays.sort(all);
        int[] keys = new int[all.length];
        int[] counts = new int[all.length];
        int size = 0;
        for (int key : all) {
            if (size == 0 || keys[size - 1] != key) {
                keys[size++] = key;
            }
            counts[size - 1]++;
        }
        return new Bigrams(Arrays.copyOf(keys, size), Arrays.copyOf(counts, size));
    }

    int size() {
        return keys.length;
    }

    int key(int at) {
        return keys[at];
    }

    int count(int at) {
        return counts[at];
    }

    /// How often a pair occurs, 0 if not at all.
    int countOf(int key) {
        int at = Arrays.binarySearch(keys, key);
        return at < 0 ? 0 : counts[at];
    }
}
