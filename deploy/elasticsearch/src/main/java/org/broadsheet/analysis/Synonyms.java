package org.broadsheet.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Words that stand for each other, each of them one word to the tokenizer: what `synonyms.txt`
/// names is in the lexicon too. Longer expressions would be token graphs, and queries sets of
/// phrases.
final class Synonyms {
    private static final List<String> DELIVERED = Resources.lines(Synonyms.class, "synonyms.txt");

    private final Map<String, List<String>> others;

    private Synonyms(Map<String, List<String>> others) {
        this.others = Map.copyOf(others);
    }

    /// Ours and those of `own`; a line that names fewer than two words says nothing.
    static Synonyms with(List<String> own) {
        Map<String, Set<String>> sets = new HashMap<>();
        List<String> lines = new ArrayList<>(DELIVERED);
        lines.addAll(own);
        for (String line : lines) {
            List<String> words = words(line);
            for (String word : words) {
                sets.computeIfAbsent(word, ignored -> new LinkedHashSet<>()).addAll(words);
            }
        }
        Map<String, List<String>> others = new HashMap<>();
        sets.forEach(
                (word, set) ->
                        others.put(
                                word, set.stream().filter(other -> !other.equals(word)).toList()));
        return new Synonyms(others);
    }

    /// Every word that `synonyms.txt` names.
    static List<String> delivered() {
        return DELIVERED.stream().flatMap(line -> words(line).stream()).toList();
    }

    List<String> of(String word) {
        return others.getOrDefault(word, List.of());
    }

    private static List<String> words(String line) {
        return Arrays.stream(line.split("[,，]", -1))
                .map(word -> NormalizingCharFilter.normalize(word).toString().strip())
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
