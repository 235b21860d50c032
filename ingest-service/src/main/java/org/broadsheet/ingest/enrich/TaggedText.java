package org.broadsheet.ingest.enrich;

import com.hankcs.hanlp.collection.trie.bintrie.BinTrie;
import com.hankcs.hanlp.dictionary.CustomDictionary;
import com.hankcs.hanlp.dictionary.DynamicCustomDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;

/// The words of an article with their parts of speech, by HanLP: its recognition of Chinese and of
/// translated names is on, that of organisations off, which is right in one of ten cases.
///
/// @param passages headings first, then paragraphs and captions, each as its words
/// @param headings how many of the passages are headings
record TaggedText(List<List<Word>> passages, int headings) {
    /// A heading or a paragraph is never as long; what is behind it is left out.
    private static final int PASSAGE_LENGTH_MAX = 5_000;

    private static final Segment SEGMENT =
            new ViterbiSegment()
                    .enableNameRecognize(true)
                    .enableTranslatedNameRecognize(true)
                    .enableJapaneseNameRecognize(false)
                    .enablePlaceRecognize(false)
                    .enableOrganizationRecognize(false)
                    .enableCustomDictionary(dictionary());

    /// A word and its part of speech in HanLP's notation (nr a person, ns a place, n a noun).
    record Word(String text, String nature) {
        boolean isPlace() {
            return nature.startsWith("ns");
        }
    }

    static TaggedText of(List<String> texts, int headings) {
        return new TaggedText(texts.stream().map(TaggedText::tag).toList(), headings);
    }

    boolean isHeading(int passage) {
        return passage < headings;
    }

    private static List<Word> tag(String text) {
        String taken = text.substring(0, Math.min(text.length(), PASSAGE_LENGTH_MAX));
        List<Word> words = new ArrayList<>();
        for (Term term : SEGMENT.seg(taken)) {
            words.add(new Word(term.word, term.nature.toString()));
        }
        return List.copyOf(words);
    }

    private static DynamicCustomDictionary dictionary() {
        DynamicCustomDictionary dictionary =
                new DynamicCustomDictionary(CustomDictionary.DEFAULT.dat, new BinTrie<>(), null);
        WordList.read("terms.txt").forEach(term -> dictionary.insert(term, "nz 1000"));
        Gazetteer.names().forEach(name -> dictionary.insert(name, "ns 1000"));
        return dictionary;
    }
}
