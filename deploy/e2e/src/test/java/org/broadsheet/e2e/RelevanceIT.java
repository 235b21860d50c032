package org.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How good searches are, measured on the whole line: files are dropped, questions go to the API as
/// a reader's would. `deploy/relevance` runs this alone and prints the figures.
class RelevanceIT {
    private static final double QUESTIONS_FLOOR = 0.98;
    private static final double KNOWN_ITEM_FLOOR = 0.90;

    /// As query-service weighs them.
    private static final Map<String, Double> TEXTS =
            Map.of("headline", 4.0, "kicker", 1.5, "deck", 2.0, "body", 1.0, "caption", 0.7);

    private static final SearchIndex INDEX = new SearchIndex();

    private static Question.Judged judged = new Question.Judged(Map.of(), List.of());

    @BeforeAll
    static void everythingIsSearchable() throws Exception {
        Deploy.Outcome up = Deploy.run("up");
        assertThat(up.exitCode()).as(up.whole()).isZero();
        judged = Question.cmrc2018();
        long before = stored();
        Path drop = Deploy.home().resolve("drop");
        for (Map.Entry<String, String> paragraph : judged.paragraphs().entrySet()) {
            Path hidden = drop.resolve("." + paragraph.getKey());
            Files.writeString(hidden, paragraph.getValue());
            Files.move(hidden, drop.resolve(paragraph.getKey()));
        }
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(RelevanceIT::isSettled);
        assertThat(stored() - before).isEqualTo(judged.paragraphs().size());
    }

    private static long stored() throws Exception {
        return Http.json(Deploy.address("ingest") + "/api/status").at("/files/stored").asLong();
    }

    private static void isSettled() throws Exception {
        JsonNode ingest = Http.json(Deploy.address("ingest") + "/api/status");
        JsonNode index = Http.json(Deploy.address("index") + "/api/status");
        assertThat(ingest.at("/files/waiting").asLong()).isZero();
        assertThat(ingest.at("/outbox/unpublished").asLong()).isZero();
        assertThat(index.at("/lag").asLong(1)).isZero();
        assertThat(Http.search("", "").get("total").asLong())
                .isEqualTo(ingest.at("/articles/stored").asLong());
    }

    /// CMRC 2018: each question as it stands, the hit from its paragraph's file.
    @Test
    void questionsFindTheirParagraphBetterThanAnySingleAnalyzer() throws Exception {
        Map<String, List<String>> singles = new LinkedHashMap<>();
        singles.put("characters", fields(""));
        singles.put("pairs", fields(".bi"));
        singles.put("pairs and characters", fields(".bi", ""));
        singles.put("words", fields(".word"));
        Ranks searched = ranks(RelevanceIT::searchedFiles);
        Map<String, Ranks> single = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> one : singles.entrySet()) {
            single.put(one.getKey(), ranks(text -> INDEX.files(text, one.getValue())));
        }
        System.out.printf("%nQuestions of CMRC 2018%n");
        System.out.printf("  %-22s %s%n", "search", searched);
        single.forEach((name, ranks) -> System.out.printf("  %-22s %s%n", name, ranks));

        assertThat(searched.reciprocal()).isGreaterThanOrEqualTo(QUESTIONS_FLOOR);
        assertThat(single.values())
                .allSatisfy(
                        ranks -> assertThat(ranks.reciprocal()).isLessThan(searched.reciprocal()));
    }

    private interface Search {
        /// Files of the hits, best first.
        List<String> files(String text) throws Exception;
    }

    private static Ranks ranks(Search search) throws Exception {
        Ranks ranks = new Ranks();
        for (Question question : judged.questions()) {
            ranks.add(rank(search.files(question.text()), question.file()));
        }
        return ranks;
    }

    /// The headline is the query, its own article without the headline the target.
    @Test
    void headlineFindsItsArticleByTheBodyAlone() throws Exception {
        List<String> bodies = new ArrayList<>();
        for (String form : List.of("", ".bi", ".word")) {
            bodies.add("body" + form);
        }
        Ranks ranks = new Ranks();
        for (String seed : seeds()) {
            for (JsonNode hit :
                    Http.search("", "&limit=100&reprints=apart&kind=article&file=" + seed)
                            .get("hits")) {
                if (hit.hasNonNull("headline")) {
                    ranks.add(rank(INDEX.files(hit.get("headline").asText(), bodies), seed));
                }
            }
        }
        System.out.printf("%nHeadlines, looked for in the bodies%n  %-22s %s%n", "search", ranks);

        assertThat(ranks.reciprocal()).isGreaterThanOrEqualTo(KNOWN_ITEM_FLOOR);
    }

    private static List<String> seeds() throws IOException {
        try (Stream<Path> files = Files.list(Deploy.REPOSITORY.resolve("seeds"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /// The table of searches on the seeds.
    @Test
    void hitsThatMustLeadDo() throws Exception {
        SeedSearches seeds = SeedSearches.read();
        Map<String, String> names = new HashMap<>();
        for (Map.Entry<String, String> article : seeds.articles().entrySet()) {
            String words = "\"" + article.getValue() + "\"";
            JsonNode hits = Http.search(words, "&limit=100&reprints=apart").get("hits");
            assertThat(hits).as(article.getKey()).isNotEmpty();
            hits.forEach(hit -> names.put(hit.get("id").asText(), article.getKey()));
        }
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, List<String>> search : seeds.searches().entrySet()) {
            List<String> leading = leading(search.getKey(), names);
            if (!startsWith(leading, search.getValue())) {
                wrong.add(search.getKey() + ": " + leading + ", not " + search.getValue());
            }
        }
        int all = seeds.searches().size();
        System.out.printf(
                "%nSearches on the seeds%n  as they must be: %d of %d%n", all - wrong.size(), all);
        wrong.forEach(line -> System.out.println("  " + line));

        assertThat(all).isGreaterThanOrEqualTo(60);
        assertThat(wrong).isEmpty();
    }

    /// Names of the first hits; an article that stands in two files is named once.
    private static List<String> leading(String query, Map<String, String> names) throws Exception {
        List<String> leading = new ArrayList<>();
        for (JsonNode hit : Http.search(query, "&limit=10").get("hits")) {
            String name = names.getOrDefault(hit.get("id").asText(), hit.get("id").asText());
            if (!leading.contains(name)) {
                leading.add(name);
            }
        }
        return leading;
    }

    private static boolean startsWith(List<String> leading, List<String> expected) {
        return leading.size() >= expected.size()
                && leading.subList(0, expected.size()).equals(expected);
    }

    private static List<String> searchedFiles(String text) throws Exception {
        List<String> files = new ArrayList<>();
        for (JsonNode hit : Http.search(text, "&limit=" + Ranks.DEPTH).get("hits")) {
            files.add(hit.get("file").asText());
        }
        return files;
    }

    private static int rank(List<String> files, String file) {
        return files.indexOf(file) + 1;
    }

    private static List<String> fields(String... forms) {
        List<String> fields = new ArrayList<>();
        for (String form : forms) {
            for (String text : new TreeSet<>(TEXTS.keySet())) {
                fields.add(text + form + "^" + TEXTS.get(text));
            }
        }
        return fields;
    }
}
