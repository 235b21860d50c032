package org.broadsheet.benchmark;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.broadsheet.analysis.BigramFilterFactory;
import org.broadsheet.analysis.NormalizingFactory;
import org.broadsheet.analysis.WordTokenizerFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// Page texts through the analyzers of the index, and through what Lucene brings along. Each call
/// goes once over the same texts.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AnalysisBenchmark {
    /// Folder of page files in UTF-8.
    @Param("seeds")
    public String folder = "";

    /// One of [Chain].
    @Param("WORD")
    public String chain = "";

    private List<String> texts = List.of();
    private Analyzer analyzer = new Chained(Chain.WORD);

    /// The analyzers measured, by the names of the mapping, behind the two of Lucene.
    enum Chain {
        /// Lucene's: single characters.
        LUCENE_STANDARD,
        /// Lucene's: pairs of characters.
        LUCENE_BIGRAM,
        UNIGRAM,
        BIGRAM,
        WORD;

        boolean isOurs() {
            return this != LUCENE_STANDARD && this != LUCENE_BIGRAM;
        }
    }

    /// Reads the texts, and lets the lexicons be read.
    @Setup
    public void prepare(Blackhole out) {
        texts = texts(Path.of(folder));
        analyzer = new Chained(Chain.valueOf(chain));
        texts.forEach(text -> analyse(text, out));
    }

    /// The tokens of every text.
    @Benchmark
    public void analyse(Blackhole out, ProcessorTime time) {
        time.calls++;
        texts.forEach(text -> analyse(text, out));
    }

    private void analyse(String text, Blackhole out) {
        try (TokenStream tokens = analyzer.tokenStream("text", text)) {
            tokens.reset();
            int count = 0;
            while (tokens.incrementToken()) {
                count++;
            }
            tokens.end();
            out.consume(count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The texts of the page files of a folder.
    static List<String> texts(Path folder) {
        List<String> texts = new ArrayList<>();
        for (Path file : ParseBenchmark.pageFiles(folder)) {
            try {
                texts.add(Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
        return texts;
    }

    private static final class Chained extends Analyzer {
        private final Chain chain;
        private final WordTokenizerFactory words = new WordTokenizerFactory(List::of);

        Chained(Chain chain) {
            this.chain = chain;
        }

        @Override
        protected Reader initReader(String field, Reader reader) {
            return chain.isOurs() ? new NormalizingFactory().create(reader) : reader;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            if (chain == Chain.WORD) {
                return new TokenStreamComponents(words.create());
            }
            Tokenizer characters = new StandardTokenizer();
            TokenStream folded = new LowerCaseFilter(characters);
            return new TokenStreamComponents(
                    characters,
                    switch (chain) {
                        case LUCENE_BIGRAM -> new CJKBigramFilter(folded);
                        case BIGRAM -> new BigramFilterFactory().create(folded);
                        case LUCENE_STANDARD, UNIGRAM, WORD -> folded;
                    });
        }
    }
}
