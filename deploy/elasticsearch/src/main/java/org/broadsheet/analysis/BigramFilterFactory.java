package org.broadsheet.analysis;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;

/// The token filter `zh_bigram`: each two neighbouring characters, behind the tokenizer `standard`.
/// Single characters are not put out beside them: the two together are a token graph, of which
/// Elasticsearch makes a set of phrases that finds almost nothing. They have a field of their own.
@NamedComponent("zh_bigram")
public final class BigramFilterFactory implements TokenFilterFactory {
    @Override
    public TokenStream create(TokenStream tokens) {
        return new OrderedOffsetsFilter(new CJKBigramFilter(tokens));
    }
}
