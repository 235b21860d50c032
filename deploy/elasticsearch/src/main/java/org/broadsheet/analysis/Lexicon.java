package org.broadsheet.analysis;

import com.hankcs.hanlp.collection.trie.bintrie.BinTrie;
import com.hankcs.hanlp.dictionary.CustomDictionary;
import com.hankcs.hanlp.dictionary.DynamicCustomDictionary;
import java.util.List;

/// Words that segmentation keeps whole: HanLP's dictionary, the places and terms of `lexicon.txt`,
/// and those of one archive. HanLP's part is shared by all indices; the rest belongs to one.
final class Lexicon {
    /// Longer entries are no words; what is in the settings of an index must not cost more.
    static final int WORD_LENGTH_MAX = 30;

    private static final String NATURE = "nz 1000";
    private static final List<String> DELIVERED = Resources.lines(Lexicon.class, "lexicon.txt");

    private Lexicon() {}

    /// HanLP's dictionary with our words and `own`, which go through the same normalization as
    /// text. An entry that is no word is left out.
    static DynamicCustomDictionary with(List<String> own) {
        DynamicCustomDictionary dictionary =
                new DynamicCustomDictionary(CustomDictionary.DEFAULT.dat, new BinTrie<>(), null);
        DELIVERED.forEach(word -> add(dictionary, word));
        Synonyms.delivered().forEach(word -> add(dictionary, word));
        own.forEach(word -> add(dictionary, word));
        return dictionary;
    }

    private static void add(DynamicCustomDictionary dictionary, String entry) {
        String word = NormalizingCharFilter.normalize(entry).toString().strip();
        if (word.length() > 1 && word.length() <= WORD_LENGTH_MAX) {
            dictionary.insert(word, NATURE);
        }
    }
}
