package org.broadsheet.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.ingest.issue.Article;
import org.broadsheet.ingest.issue.BodyPart;
import org.broadsheet.ingest.issue.Caption;
import org.broadsheet.ingest.issue.Found;
import org.broadsheet.ingest.issue.LineSpan;
import org.jspecify.annotations.Nullable;

/// What holds of the result for any text whatever, newspaper page or not.
final class PageInvariants {
    private PageInvariants() {}

    static void check(PageText page, ParsedPage parsed) {
        eachLineIsInExactlyOnePlace(page, parsed);
        noCharacterIsInvented(page, parsed);
        bodyLinesAreLinesOfTheirArticle(page, parsed);
    }

    static void eachLineIsInExactlyOnePlace(PageText page, ParsedPage parsed) {
        List<Integer> nonBlank = page.linesToPlace();
        List<Integer> placed = placed(parsed).stream().filter(nonBlank::contains).toList();
        assertThat(placed).containsExactlyElementsOf(nonBlank);
    }

    static void noCharacterIsInvented(PageText page, ParsedPage parsed) {
        String input = String.join("", page.lines()) + "—";
        String known = input + Radicals.fold(input);
        for (Article article : parsed.articles()) {
            for (String output : texts(article)) {
                output.codePoints()
                        .filter(c -> c != ' ' && c != '\n' && known.indexOf(c) < 0)
                        .forEach(c -> assertThat(c).as("character %x", c).isNull());
            }
        }
    }

    static void bodyLinesAreLinesOfTheirArticle(PageText page, ParsedPage parsed) {
        List<Integer> nonBlank = page.linesToPlace();
        for (Article article : parsed.articles()) {
            List<Integer> own = numbers(article.lines());
            for (BodyPart part : article.body()) {
                assertThat(own)
                        .containsAll(
                                numbers(part.lines()).stream().filter(nonBlank::contains).toList());
            }
        }
    }

    /// Every line number the result names, in order, blank lines inside a joined line left out.
    private static List<Integer> placed(ParsedPage page) {
        Stream<LineSpan> spans =
                Stream.of(
                                page.articles().stream().flatMap(a -> a.lines().stream()),
                                page.furniture().stream().flatMap(f -> f.lines().stream()),
                                page.unplaced().stream())
                        .flatMap(s -> s);
        return numbers(spans.toList()).stream().sorted().toList();
    }

    private static List<Integer> numbers(List<LineSpan> spans) {
        List<Integer> numbers = new ArrayList<>();
        for (LineSpan span : spans) {
            for (int n = span.first(); n <= span.last(); n++) {
                numbers.add(n);
            }
        }
        return numbers;
    }

    private static List<String> texts(Article article) {
        List<String> texts = new ArrayList<>();
        Stream.of(
                        article.headline(),
                        article.kicker(),
                        article.deck(),
                        article.column(),
                        article.source())
                .forEach(found -> add(texts, found));
        add(texts, article.dateline());
        add(texts, article.credit());
        article.body().stream().map(BodyPart::text).forEach(texts::add);
        article.captions().stream().map(Caption::text).forEach(texts::add);
        if (article.byline() != null) {
            article.byline().value().forEach(person -> texts.add(person.name()));
        }
        return texts;
    }

    private static void add(List<String> texts, @Nullable Found<String> found) {
        if (found != null) {
            texts.add(found.value());
        }
    }
}
