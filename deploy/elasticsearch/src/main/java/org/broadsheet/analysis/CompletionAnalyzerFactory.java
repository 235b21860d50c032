package org.broadsheet.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/// The analyzer `zh_completion`, for what a `completion` field holds: the text, its pinyin, the
/// first letters of its pinyin.
@NamedComponent("zh_completion")
public final class CompletionAnalyzerFactory implements AnalyzerFactory {
    @Override
    public Analyzer create() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                return new TokenStreamComponents(new WholeTextTokenizer(Pinyin::of));
            }
        };
    }
}
