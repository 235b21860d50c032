package org.broadsheet.analysis;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.elasticsearch.plugin.Inject;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalysisMode;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;
import org.elasticsearch.plugin.settings.AnalysisSettings;
import org.elasticsearch.plugin.settings.ListSetting;

/// The token filter `zh_synonym`. For searches only: what the index holds is what was printed, and
/// a synonym added tomorrow finds what was indexed today. Elasticsearch refuses it in an analyzer
/// of the index.
@NamedComponent("zh_synonym")
public final class SynonymFilterFactory implements TokenFilterFactory {
    private final Synonyms synonyms;

    @Inject
    public SynonymFilterFactory(Options options) {
        synonyms = Synonyms.with(options.synonyms());
    }

    @Override
    public TokenStream create(TokenStream tokens) {
        return new SynonymFilter(tokens, synonyms);
    }

    @Override
    public AnalysisMode getAnalysisMode() {
        return AnalysisMode.SEARCH_TIME;
    }

    /// Settings of the filter.
    @AnalysisSettings
    public interface Options {
        /// Sets of words of one meaning, each as `word,word,...`, besides those of `synonyms.txt`.
        @ListSetting(path = "synonyms")
        List<String> synonyms();
    }
}
