package org.broadsheet.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// Keeps offsets from going backwards, for which Lucene refuses the whole document. They would
/// where one printed character unfolds into two that go to different tokens (`ำ` between two
/// Chinese characters): both tokens lead back to it, and pairing puts the later one first.
final class OrderedOffsetsFilter extends TokenFilter {
    private final OffsetAttribute offsets = addAttribute(OffsetAttribute.class);
    private int lastStart;

    OrderedOffsetsFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        lastStart = Math.max(lastStart, offsets.startOffset());
        offsets.setOffset(lastStart, Math.max(lastStart, offsets.endOffset()));
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        lastStart = 0;
    }
}
