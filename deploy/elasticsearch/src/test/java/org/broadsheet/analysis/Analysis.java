package org.broadsheet.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.jspecify.annotations.Nullable;

/// The analyzers that the index builds of our parts, and what they make of a text.
record Analysis(String name, Analyzer analyzer) {
    static final Analysis UNIGRAM = new Analysis("unigram", new StandardChain(false));
    static final Analysis BIGRAM = new Analysis("bigram", new StandardChain(true));
    static final Analysis WORD = new Analysis("word", new WordChain(List.of(), null));
    static final Analysis WORD_SEARCH =
            new Analysis("word_search", new WordChain(List.of(), Synonyms.with(List.of())));
    static final Analysis COMPLETION =
            new Analysis("completion", new CompletionAnalyzerFactory().create());
    static final Analysis COMPLETION_QUERY =
            new Analysis("completion_query", new CompletionQueryAnalyzerFactory().create());

    static List<Analysis> all() {
        return List.of(UNIGRAM, BIGRAM, WORD, WORD_SEARCH, COMPLETION, COMPLETION_QUERY);
    }

    /// A token as the index sees it; `position` counts from 0.
    record Token(String term, int start, int end, int position, int positionLength) {}

    List<Token> tokens(String text) {
        return tokens(analyzer, text);
    }

    List<String> terms(String text) {
        return tokens(text).stream().map(Token::term).toList();
    }

    /// Through the whole life of a token stream, as Lucene lives it.
    static List<Token> tokens(Analyzer analyzer, String text) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("field", text)) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
            PositionIncrementAttribute increment =
                    stream.addAttribute(PositionIncrementAttribute.class);
            PositionLengthAttribute length = stream.addAttribute(PositionLengthAttribute.class);
            int position = -1;
            stream.reset();
            while (stream.incrementToken()) {
                position += increment.getPositionIncrement();
                tokens.add(
                        new Token(
                                term.toString(),
                                offset.startOffset(),
                                offset.endOffset(),
                                position,
                                length.getPositionLength()));
            }
            stream.end();
            if (offset.endOffset() != text.length()) {
                throw new AssertionError(
                        "the end is " + offset.endOffset() + " of " + text.length());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    private static final class StandardChain extends Analyzer {
        private final boolean pairs;

        StandardChain(boolean pairs) {
            this.pairs = pairs;
        }

        @Override
        protected Reader initReader(String field, Reader reader) {
            return new NormalizingFactory().create(reader);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new StandardTokenizer();
            TokenStream tokens = new LowerCaseFilter(tokenizer);
            return new TokenStreamComponents(
                    tokenizer, pairs ? new BigramFilterFactory().create(tokens) : tokens);
        }
    }

    /// The word analyzer of an archive with terms of its own.
    static Analyzer words(List<String> own) {
        return new WordChain(own, null);
    }

    private static final class WordChain extends Analyzer {
        private final WordTokenizerFactory words;
        private final @Nullable Synonyms synonyms;

        WordChain(List<String> own, @Nullable Synonyms synonyms) {
            this.words = new WordTokenizerFactory(() -> own);
            this.synonyms = synonyms;
        }

        @Override
        protected Reader initReader(String field, Reader reader) {
            return new NormalizingFactory().create(reader);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = words.create();
            return new TokenStreamComponents(
                    tokenizer,
                    synonyms == null ? tokenizer : new SynonymFilter(tokenizer, synonyms));
        }
    }
}
