package org.broadsheet.ingest.parse;

import java.util.Arrays;
import java.util.List;

/// How telling each pair of characters is on a page: one that occurs in few of its pieces of text
/// tells more than one that occurs in all (inverse document frequency). Answers how alike two texts
/// are and how much of a heading a text repeats.
final class Vocabulary {
    private final int[] keys;
    private final int[] pieces;
    private final int pieceCount;

    Vocabulary(List<Bigrams> texts) {
        int[] all =
                texts.stream()
                        .flatMapToInt(
                                t -> java.util.stream.IntStream.range(0, t.size()).map(t::key))
                        .toArray();
        Arrays.sort(all);
        int[] distinct = new int[all.length];
        int[] frequency = new int[all.length];
        int size = 0;
        for (int key : all) {
            if (size == 0 || distinct[size - 1] != key) {
                distinct[size++] = key;
            }
            frequency[size - 1]++;
        }
        this.keys = Arrays.copyOf(distinct, size);
        this.pieces = Arrays.copyOf(frequency, size);
        this.pieceCount = texts.size();
    }

    private double weight(int key) {
        int at = Arrays.binarySearch(keys, key);
        double found = at < 0 ? 0 : pieces[at];
        return Math.log((pieceCount + 1.0) / (found + 0.5));
    }

    /// Cosine of the two texts, each pair weighted by how telling it is: 0 nothing shared, 1 equal.
    double likeness(Bigrams one, Bigrams other) {
        double dot = 0;
        for (int i = 0; i < one.size(); i++) {
            int count = other.countOf(one.key(i));
            if (count > 0) {
                double weight = weight(one.key(i));
                dot += damped(one.count(i)) * damped(count) * weight * weight;
            }
        }
        return dot == 0 ? 0 : dot / (length(one) * length(other));
    }

    private double length(Bigrams text) {
        double sum = 0;
        for (int i = 0; i < text.size(); i++) {
            double weight = weight(text.key(i)) * damped(text.count(i));
            sum += weight * weight;
        }
        return Math.sqrt(sum);
    }

    private static double damped(int count) {
        return 1 + Math.log(count);
    }

    /// How much of the heading the text repeats, from 0 to 1, a little more where it does so often.
    double coverage(Bigrams heading, Bigrams text) {
        double all = 0;
        double found = 0;
        double often = 0;
        for (int i = 0; i < heading.size(); i++) {
            double weight = weight(heading.key(i));
            int count = text.countOf(heading.key(i));
            all += weight;
            found += count > 0 ? weight : 0;
            often += weight * Math.log(1 + count);
        }
        return all == 0 ? 0 : (found + 0.15 * often) / all;
    }
}
