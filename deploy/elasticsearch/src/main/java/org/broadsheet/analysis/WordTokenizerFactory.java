package org.broadsheet.analysis;

import java.util.List;
import org.apache.lucene.analysis.Tokenizer;
import org.elasticsearch.plugin.Inject;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenizerFactory;
import org.elasticsearch.plugin.settings.AnalysisSettings;
import org.elasticsearch.plugin.settings.ListSetting;

/// The tokenizer `zh_word`.
@NamedComponent("zh_word")
public final class WordTokenizerFactory implements TokenizerFactory {
    private final WordSegmenter segmenter;

    @Inject
    public WordTokenizerFactory(Options options) {
        segmenter = new WordSegmenter(Lexicon.with(options.words()));
    }

    @Override
    public Tokenizer create() {
        return new WordTokenizer(segmenter);
    }

    /// Settings of the tokenizer.
    @AnalysisSettings
    public interface Options {
        /// Words of this archive that are kept whole: local places, persons, terms.
        @ListSetting(path = "words")
        List<String> words();
    }
}
