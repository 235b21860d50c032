package org.broadsheet.ingest.enrich;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How often each name occurs, in the order of their first occurrence.
final class Counted {
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    void add(String name) {
        counts.merge(name, 1, Integer::sum);
    }

    int count(String name) {
        return counts.getOrDefault(name, 0);
    }

    List<String> names() {
        return List.copyOf(counts.keySet());
    }

    /// Most frequent first; of equals, the one that came first.
    List<String> byFrequency(int limit) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }
}
