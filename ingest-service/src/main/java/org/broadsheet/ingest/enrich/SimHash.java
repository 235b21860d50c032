package org.broadsheet.ingest.enrich;

import java.util.ArrayList;
import java.util.List;

/// A 64-bit SimHash (Charikar, STOC 2002) over each three neighbouring characters of a text: two
/// texts that differ in little have hashes that differ in few bits. It is cut into four bands of 16
/// bits, so that two texts whose hashes differ in up to three bits share a band.
final class SimHash {
    private static final int SHINGLE = 3;
    private static final int BANDS = 4;

    private SimHash() {}

    /// Four bands as `<number>-<four hexadecimal digits>`; none for a text shorter than a shingle.
    static List<String> bands(String text) {
        String letters = Letters.of(text);
        if (letters.length() < SHINGLE) {
            return List.of();
        }
        long hash = hash(letters);
        List<String> bands = new ArrayList<>();
        for (int band = 0; band < BANDS; band++) {
            bands.add("%d-%04x".formatted(band, (hash >>> (16 * band)) & 0xFFFF));
        }
        return bands;
    }

    static long hash(String letters) {
        int[] votes = new int[Long.SIZE];
        for (int i = 0; i + SHINGLE <= letters.length(); i++) {
            long shingle = mixed(letters, i);
            for (int bit = 0; bit < Long.SIZE; bit++) {
                votes[bit] += (int) (shingle >>> bit & 1);
            }
        }
        int shingles = letters.length() - SHINGLE + 1;
        long hash = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            if (2 * votes[bit] > shingles) {
                hash |= 1L << bit;
            }
        }
        return hash;
    }

    /// FNV-1a, then the finalizer of SplitMix64, so that every bit depends on every character.
    private static long mixed(String letters, int from) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < from + SHINGLE; i++) {
            hash = (hash ^ letters.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }
}
