package org.broadsheet.analysis;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.AttributeSource;
import org.jspecify.annotations.Nullable;

/// Puts the synonyms of a token at its position.
final class SynonymFilter extends TokenFilter {
    private final Synonyms synonyms;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment =
            addAttribute(PositionIncrementAttribute.class);

    private Iterator<String> pending = List.<String>of().iterator();
    private AttributeSource.@Nullable State token;

    SynonymFilter(TokenStream input, Synonyms synonyms) {
        super(input);
        this.synonyms = synonyms;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (token != null && pending.hasNext()) {
            restoreState(token);
            term.setEmpty().append(pending.next());
            increment.setPositionIncrement(0);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        List<String> others = synonyms.of(term.toString());
        if (!others.isEmpty()) {
            pending = others.iterator();
            token = captureState();
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        pending = List.<String>of().iterator();
        token = null;
    }
}
