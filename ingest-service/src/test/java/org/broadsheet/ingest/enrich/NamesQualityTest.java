package org.broadsheet.ingest.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.ingest.issue.Article;
import org.broadsheet.ingest.issue.BodyPart;
import org.broadsheet.ingest.issue.Caption;
import org.broadsheet.ingest.parse.PageParser;
import org.broadsheet.ingest.parse.PageText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names found in the seeds against a list that a person wrote from reading them. The floors are a
/// little below what was measured; they rise with it and fall only with a reason.
class NamesQualityTest {
    private static final Path LIST = Path.of("src/test/resources/enrich/seeds.txt");

    @ParameterizedTest
    @CsvSource({"P, 0.92, 0.65", "L, 0.92, 0.72", "O, 0.85, 0.40"})
    void foundNamesAreNames(String kind, double precisionFloor, double recallFloor)
            throws IOException {
        int right = 0;
        int found = 0;
        int named = 0;
        int known = 0;
        List<String> wrong = new ArrayList<>();
        List<Article> articles = articles();
        for (Map.Entry<String, Map<String, String>> listed : listed().entrySet()) {
            List<Article> holding =
                    articles.stream().filter(a -> text(a).contains(listed.getKey())).toList();
            assertThat(holding).as(listed.getKey()).hasSize(1);
            List<List<String>> names =
                    Arrays.stream(listed.getValue().getOrDefault(kind, "").split(" ", -1))
                            .filter(name -> !name.isEmpty())
                            .map(name -> List.of(name.split("=", -1)))
                            .toList();
            List<String> got = of(kind).apply(Enricher.enrich(holding.getFirst()));
            List<String> hits =
                    got.stream().filter(g -> names.stream().anyMatch(n -> n.contains(g))).toList();
            right += hits.size();
            found += got.size();
            named += names.size();
            known += (int) names.stream().filter(n -> n.stream().anyMatch(got::contains)).count();
            got.stream().filter(g -> !hits.contains(g)).forEach(wrong::add);
        }
        double precision = (double) right / found;
        double recall = (double) known / named;
        System.out.printf(
                "%s: %d found, precision %.3f, recall %.3f of %d; wrong: %s%n",
                kind, found, precision, recall, named, wrong);

        assertThat(precision).isGreaterThanOrEqualTo(precisionFloor);
        assertThat(recall).isGreaterThanOrEqualTo(recallFloor);
    }

    private static Function<Enrichment, List<String>> of(String kind) {
        return switch (kind) {
            case "P" -> Enrichment::persons;
            case "L" -> Enrichment::places;
            default -> Enrichment::organisations;
        };
    }

    private static List<Article> articles() throws IOException {
        List<Article> articles = new ArrayList<>();
        try (Stream<Path> seeds = Files.list(Path.of("../seeds"))) {
            for (Path seed : seeds.sorted().toList()) {
                for (PageText page : PageText.pagesOf(Files.readString(seed))) {
                    articles.addAll(new PageParser().parse(page).articles());
                }
            }
        }
        return articles;
    }

    private static String text(Article article) {
        return Stream.concat(
                        article.body().stream().map(BodyPart::text),
                        article.captions().stream().map(Caption::text))
                .collect(Collectors.joining("\n"));
    }

    /// By words of the article: names by their kind.
    private static Map<String, Map<String, String>> listed() throws IOException {
        Map<String, Map<String, String>> listed = new LinkedHashMap<>();
        Map<String, String> current = Map.of();
        for (String line : Files.readAllLines(LIST)) {
            if (line.startsWith("@ ")) {
                current = new LinkedHashMap<>();
                listed.put(line.substring(2), current);
            } else if (line.matches("[PLO] .*")) {
                current.put(line.substring(0, 1), line.substring(2));
            }
        }
        return listed;
    }
}
