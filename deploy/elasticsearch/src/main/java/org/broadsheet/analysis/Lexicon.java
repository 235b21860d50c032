package org.broadsheet.analysis;

import com.hankcs.hanlp.collection.trie.bintrie.BinTrie;
import com.hankcs.hanlp.dictionary.CustomDictionary;
import com.hankcs.hanlp.dictionary.DynamicCustomDictionary;
import java.util.ArrayList;
import java.util.List;

/// Words that segmentation keeps whole: HanLP's dictionary, our places, terms and synonyms, and the
/// words of one archive. HanLP's part is shared by all indices; the rest belongs to one.
final class Lexicon {
    /// Longer entries are no words; what is in the settings of an index must not cost more.
    static final int WORD_LENGTH_MAX = 30;

    private static final String NATURE = "nz 1000";

    private Lexicon() {}

    /// HanLP's dictionary with our words and `own`, which go through the same normalization as
    /// text. An entry that is no word is left out.
    static DynamicCustomDictionary with(List<String> own) {
        DynamicCustomDictionary dictionary =
                new DynamicCustomDictionary(CustomDictionary.DEFAULT.dat, new BinTrie<>(), null);
        delivered().forEach(word -> add(dictionary, word));
        own.forEach(word -> add(dictionary, word));
        return dictionary;
    }

    /// Every word of the lists in the jar.
    static List<String> delivered() {
        List<String> words = new ArrayList<>(Resources.lines(Lexicon.class, "places.txt"));
        words.addAll(Resources.lines(Lexicon.class, "terms.txt"));
        words.addAll(Synonyms.delivered());
        return words;
    }

    private static void add(DynamicCustomDictionary dictionary, String entry) {
        String word = NormalizingCharFilter.normalize(entry).toString().strip();
        if (word.length() > 1 && word.length() <= WORD_LENGTH_MAX) {
            dictionary.insert(word, NATURE);
        }
    }
}
