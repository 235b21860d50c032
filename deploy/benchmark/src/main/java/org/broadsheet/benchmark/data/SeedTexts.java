package org.broadsheet.benchmark.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.ingest.issue.Article;
import org.broadsheet.ingest.issue.BodyPart;
import org.broadsheet.ingest.issue.Found;
import org.broadsheet.ingest.parse.PageParser;
import org.broadsheet.ingest.parse.PageText;
import org.jspecify.annotations.Nullable;

/// The articles of a folder of page files, as sentences that can be laid anew.
///
/// @param articles those of them that have some sentences
/// @param characters every Chinese character of their sentences, to make names of
record SeedTexts(List<Text> articles, String characters) {
    private static final int SENTENCES_MIN = 5;
    private static final int LENGTH_MIN = 8;
    private static final int LENGTH_MAX = 150;

    /// One article.
    ///
    /// @param headline "" where none is printed
    /// @param column "" where none is printed
    record Text(String headline, String column, List<String> sentences) {
        Text {
            sentences = List.copyOf(sentences);
        }
    }

    SeedTexts {
        articles = List.copyOf(articles);
        if (articles.size() < 2) {
            throw new IllegalArgumentException("too few articles to make others of");
        }
    }

    static SeedTexts of(Path folder) {
        List<Text> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                for (PageText page : PageText.pagesOf(Files.readString(file))) {
                    new PageParser()
                            .parse(page).articles().stream()
                                    .map(SeedTexts::text)
                                    .forEach(texts::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the page files of " + folder, e);
        }
        texts.removeIf(text -> text.sentences().size() < SENTENCES_MIN);
        StringBuilder characters = new StringBuilder();
        for (Text text : texts) {
            text.sentences().forEach(sentence -> characters.append(sentence));
        }
        return new SeedTexts(texts, characters.toString().replaceAll("\\P{IsHan}", ""));
    }

    private static Text text(Article article) {
        List<String> sentences =
                article.body().stream()
                        .map(BodyPart::text)
                        .flatMap(text -> Arrays.stream(text.split("(?<=[。！？；;])", -1)))
                        .map(String::strip)
                        .filter(s -> s.length() >= LENGTH_MIN && s.length() <= LENGTH_MAX)
                        .toList();
        return new Text(value(article.headline()), value(article.column()), sentences);
    }

    private static String value(@Nullable Found<String> found) {
        return found == null ? "" : found.value();
    }
}
