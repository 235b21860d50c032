package org.broadsheet.ingest.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Knows the articles of a page again after the page was parsed anew: an article keeps its id if
/// most of its text is the same, wherever it now stands. Pairs are made one to one, most alike
/// first, by the share of character pairs that both texts hold (Dice's coefficient, Dice 1945).
public final class ArticleRecognition {
    /// "Most of its text": more than half.
    private static final double ALIKE_MIN = 0.5;

    private ArticleRecognition() {}

    private record Pair(int now, int known, double alike) {}

    /// @param texts of the articles as parsed now, in page order
    /// @return for each position in `texts` the article that it was, if it was known
    public static Map<Integer, KnownArticle> match(List<String> texts, List<KnownArticle> known) {
        List<Pair> candidates = candidates(texts, known);
        candidates.sort(
                Comparator.comparingDouble(Pair::alike)
                        .reversed()
                        .thenComparing(pair -> known.get(pair.known()).isWithdrawn())
                        .thenComparingInt(Pair::known)
                        .thenComparingInt(Pair::now));
        Map<Integer, KnownArticle> matched = new HashMap<>();
        Set<Integer> used = new HashSet<>();
        for (Pair pair : candidates) {
            if (!matched.containsKey(pair.now()) && used.add(pair.known())) {
                matched.put(pair.now(), known.get(pair.known()));
            }
        }
        return matched;
    }

    private static List<Pair> candidates(List<String> texts, List<KnownArticle> known) {
        List<Map<Long, Integer>> textPairs =
                texts.stream().map(ArticleRecognition::characterPairs).toList();
        List<Pair> candidates = new ArrayList<>();
        for (int k = 0; k < known.size(); k++) {
            String text = known.get(k).text();
            Map<Long, Integer> knownPairs = characterPairs(text);
            for (int n = 0; n < texts.size(); n++) {
                boolean same = texts.get(n).equals(text);
                double alike = same ? 1 : dice(textPairs.get(n), knownPairs);
                if (alike > ALIKE_MIN) {
                    candidates.add(new Pair(n, k, alike));
                }
            }
        }
        return candidates;
    }

    private static Map<Long, Integer> characterPairs(String text) {
        int[] codePoints = text.codePoints().filter(c -> !Character.isWhitespace(c)).toArray();
        Map<Long, Integer> counts = new HashMap<>();
        for (int i = 1; i < codePoints.length; i++) {
            counts.merge(((long) codePoints[i - 1] << 32) | codePoints[i], 1, Integer::sum);
        }
        return counts;
    }

    private static double dice(Map<Long, Integer> a, Map<Long, Integer> b) {
        int size = total(a) + total(b);
        if (size == 0) {
            return 0;
        }
        int common = 0;
        for (Map.Entry<Long, Integer> entry : a.entrySet()) {
            common += Math.min(entry.getValue(), b.getOrDefault(entry.getKey(), 0));
        }
        return 2.0 * common / size;
    }

    private static int total(Map<Long, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
