package org.broadsheet.analysis;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/// The analyzer `zh_completion_query`, for what a reader has typed so far: just that, normalized.
@NamedComponent("zh_completion_query")
public final class CompletionQueryAnalyzerFactory implements AnalyzerFactory {
    @Override
    public Analyzer create() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                return new TokenStreamComponents(new WholeTextTokenizer(text -> List.of()));
            }
        };
    }
}
