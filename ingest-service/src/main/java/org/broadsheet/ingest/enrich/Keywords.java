package org.broadsheet.ingest.enrich;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.ingest.enrich.TaggedText.Word;

/// Nouns that set an article apart: often in it and rare in the language (tf-idf, by the
/// frequencies of HanLP's dictionary). A heading counts three times.
final class Keywords {
    private static final int KEYWORDS_MAX = 8;
    private static final int HEADING_WEIGHT = 3;

    /// Words in the corpus that HanLP's frequencies were counted in.
    private static final double CORPUS_WORDS = 25_146_057;

    /// For a word that the dictionary does not have.
    private static final int UNKNOWN_FREQUENCY = 50;

    private static final Set<String> NOUNS = Set.of("n", "nz", "vn");

    /// How the parts of speech of other nouns begin: names of offices, of species, terms.
    private static final List<String> KINDS_OF_NOUNS = List.of("nt", "ni", "nh", "nb", "g");

    private Keywords() {}

    static List<String> of(TaggedText text) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < text.passages().size(); i++) {
            int weight = text.isHeading(i) ? HEADING_WEIGHT : 1;
            for (Word word : text.passages().get(i)) {
                if (word.text().length() > 1 && isNoun(word.nature())) {
                    counts.merge(word.text(), weight, Integer::sum);
                }
            }
        }
        Map<String, Double> weights = new HashMap<>();
        counts.forEach((word, count) -> weights.put(word, count * rarity(word)));
        return weights.entrySet().stream()
                .filter(word -> counts.getOrDefault(word.getKey(), 0) > 1)
                .sorted(
                        Map.Entry.<String, Double>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(KEYWORDS_MAX)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isNoun(String nature) {
        return NOUNS.contains(nature) || KINDS_OF_NOUNS.stream().anyMatch(nature::startsWith);
    }

    private static double rarity(String word) {
        CoreDictionary.Attribute known = CoreDictionary.get(word);
        return Math.log(
                CORPUS_WORDS / (known == null ? UNKNOWN_FREQUENCY : known.totalFrequency + 1));
    }
}
