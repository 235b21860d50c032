package org.broadsheet.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import org.apache.lucene.analysis.CharFilter;
import org.jspecify.annotations.Nullable;

/// What every field and every query goes through first: width, case and invisible characters
/// ([Folding]), letter-spaced words ([LetterSpacing]), traditional characters ([Simplification]).
/// Offsets lead back to the text as it was given.
final class NormalizingCharFilter extends CharFilter {
    private @Nullable FoldedText text;
    private int next;

    NormalizingCharFilter(Reader in) {
        super(in);
    }

    static FoldedText normalize(String text) {
        return Simplification.simplify(LetterSpacing.close(Folding.fold(text)));
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        FoldedText whole = text();
        int count = Math.min(length, whole.length() - next);
        if (count <= 0) {
            return length == 0 ? 0 : -1;
        }
        System.arraycopy(whole.characters(), next, buffer, offset, count);
        next += count;
        return count;
    }

    @Override
    protected int correct(int offset) {
        return text == null ? offset : text.origin(offset);
    }

    private FoldedText text() throws IOException {
        if (text == null) {
            StringWriter given = new StringWriter();
            input.transferTo(given);
            text = normalize(given.toString());
        }
        return text;
    }
}
