package org.broadsheet.analysis;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// The words of a [WordSegmenter] as tokens, one position each.
final class WordTokenizer extends Tokenizer {
    private final WordSegmenter segmenter;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);

    private String text = "";
    private List<Word> words = List.of();
    private int next;

    WordTokenizer(WordSegmenter segmenter) {
        this.segmenter = segmenter;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        StringWriter given = new StringWriter();
        input.transferTo(given);
        text = given.toString();
        words = segmenter.words(text);
        next = 0;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (next == words.size()) {
            return false;
        }
        Word word = words.get(next);
        next++;
        term.append(text, word.start(), word.end());
        offset.setOffset(correctOffset(word.start()), correctOffset(word.end()));
        return true;
    }

    @Override
    public void end() throws IOException {
        super.end();
        int end = correctOffset(text.length());
        offset.setOffset(end, end);
    }

    /// Lucene keeps tokenizers for reuse; the text need not be kept with them.
    @Override
    public void close() throws IOException {
        super.close();
        text = "";
        words = List.of();
    }
}
