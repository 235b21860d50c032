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
    /// Longer ones are not kept; few articles have a tenth of it.
    private static final int KEPT_CHARACTERS_MAX = 50_000;

    /// The fields of characters, of pairs and of words are made of the same text, one after the
    /// other in one thread: to normalize it for each of them was a tenth of Elasticsearch's work
    /// while an archive was filled.
    private static final ThreadLocal<Normalized> LAST =
            ThreadLocal.withInitial(() -> new Normalized("", normalize("")));

    private record Normalized(String given, FoldedText text) {}

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
            text = normalized(given.toString());
        }
        return text;
    }

    private static FoldedText normalized(String given) {
        Normalized last = LAST.get();
        if (last.given().equals(given)) {
            return last.text();
        }
        FoldedText normalized = normalize(given);
        if (Math.max(given.length(), normalized.length()) <= KEPT_CHARACTERS_MAX) {
            LAST.set(new Normalized(given, normalized));
        }
        return normalized;
    }
}
