package org.broadsheet.analysis;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// The whole text as one token: normalized, without spaces and punctuation, so that 党建·联盟 and 党建联盟
/// complete alike. Other ways to write it stand at the same position.
final class WholeTextTokenizer extends Tokenizer {
    /// As much of a text as completion looks at.
    private static final int LENGTH_MAX = 64;

    private final Function<String, List<String>> otherWays;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment =
            addAttribute(PositionIncrementAttribute.class);

    private Iterator<String> terms = List.<String>of().iterator();
    private boolean first = true;
    private int length;

    WholeTextTokenizer(Function<String, List<String>> otherWays) {
        this.otherWays = otherWays;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        StringWriter given = new StringWriter();
        input.transferTo(given);
        length = given.toString().length();
        String text = bare(NormalizingCharFilter.normalize(given.toString()).toString());
        List<String> all = new ArrayList<>();
        if (!text.isEmpty()) {
            all.add(text);
            all.addAll(otherWays.apply(text));
        }
        terms = all.iterator();
        first = true;
    }

    private static String bare(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(LENGTH_MAX)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!terms.hasNext()) {
            return false;
        }
        term.append(terms.next());
        offset.setOffset(correctOffset(0), correctOffset(length));
        increment.setPositionIncrement(first ? 1 : 0);
        first = false;
        return true;
    }

    @Override
    public void end() throws IOException {
        super.end();
        int end = correctOffset(length);
        offset.setOffset(end, end);
    }
}
