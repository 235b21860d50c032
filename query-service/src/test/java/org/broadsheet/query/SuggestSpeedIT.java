package org.broadsheet.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How long a suggestion takes: the packaged service over HTTP, the same question sent to
/// Elasticsearch past it, and what Elasticsearch says it took. Both must say the same.
///
/// `deploy/test -pl query-service -Dit.test=SuggestSpeedIT -Dsuggest.articles=50000` measures, on a
/// machine that does nothing else, and fails where one in a hundred takes 20 ms or more.
class SuggestSpeedIT {
    private static final boolean IS_MEASURED = Integer.getInteger("suggest.articles") != null;
    private static final int ARTICLES = Integer.getInteger("suggest.articles", 2_000);
    private static final int QUESTIONS = IS_MEASURED ? 4_000 : 200;
    private static final int WARM_UP = IS_MEASURED ? 2_000 : 50;
    private static final double MILLIS_MAX = 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    /// As the answer names them, and as the index does.
    private static final Map<String, String> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("column", "column.suggest");
        FIELDS.put("author", "contributors.suggest");
        FIELDS.put("person", "persons.suggest");
        FIELDS.put("place", "places.suggest");
        FIELDS.put("org", "organisations.suggest");
        FIELDS.put("headline", "headline.suggest");
    }

    private static final String TEXT =
            String.join("", SeedArticles.all().stream().map(a -> a.body()).toList())
                    .replaceAll("\\P{IsHan}", "");

    private static PackagedService service;

    @BeforeAll
    static void archiveIsFullAndServiceRuns() throws Exception {
        service =
                new PackagedService(
                        "suggest-speed",
                        "256m",
                        RealElasticsearch.contract("articles.index.json"),
                        ARTICLES,
                        SuggestSpeedIT::article);
    }

    @AfterAll
    static void stop() throws Exception {
        service.stop();
    }

    @Test
    void suggestionsComeWhileOneTypes() throws Exception {
        Random random = new Random(2);
        List<Double> overHttp = new ArrayList<>();
        List<Double> raw = new ArrayList<>();
        List<Double> took = new ArrayList<>();
        int suggested = 0;
        for (int i = -WARM_UP; i < QUESTIONS; i++) {
            String typed = typed(random);
            String path = "/api/suggest?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
            String body = question(typed);
            long start = System.nanoTime();
            String answer = service.get(path).body();
            long between = System.nanoTime();
            String answerPast = service.search(body);
            long end = System.nanoTime();

            JsonPath suggestions = new JsonPath(answer);
            Set<String> texts =
                    new LinkedHashSet<>(suggestions.getList("suggestions.text", String.class));
            assertThat(texts).as(typed).isEqualTo(texts(answerPast));
            if (i >= 0) {
                overHttp.add((between - start) / 1e6);
                raw.add((end - between) / 1e6);
                took.add(suggestions.getDouble("tookMillis"));
                suggested += texts.isEmpty() ? 0 : 1;
            }
        }
        System.out.printf(
                "%n%,d suggestions among %,d articles, milliseconds    median      p99      max%n",
                QUESTIONS, ARTICLES);
        print("GET /api/suggest", overHttp);
        print("the same question to Elasticsearch", raw);
        print("of that, Elasticsearch's own count", took);

        assertThat(suggested).isGreaterThan(QUESTIONS / 2);
        if (IS_MEASURED) {
            assertThat(at(overHttp, 0.99)).isLessThan(MILLIS_MAX);
        }
    }

    private static void print(String what, List<Double> millis) {
        System.out.printf(
                "  %-50s %8.2f %8.2f %8.2f%n",
                what, at(millis, 0.5), at(millis, 0.99), at(millis, 1));
    }

    private static double at(List<Double> millis, double share) {
        double[] sorted = millis.stream().mapToDouble(d -> d).sorted().toArray();
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    /// The beginning of a text in characters, or one to four letters of pinyin.
    private static String typed(Random random) {
        if (random.nextInt(3) > 0) {
            int start = random.nextInt(TEXT.length() - 10);
            return TEXT.substring(start, start + 1 + random.nextInt(3));
        }
        StringBuilder letters = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            letters.append("bcdfghjlmnqrstwxyz".charAt(random.nextInt(18)));
        }
        return letters.toString();
    }

    private static String question(String typed) throws Exception {
        Map<String, Object> suggesters = new LinkedHashMap<>();
        suggesters.put("text", typed);
        FIELDS.forEach(
                (kind, field) ->
                        suggesters.put(
                                kind,
                                Map.of(
                                        "completion",
                                        Map.of(
                                                "field",
                                                field,
                                                "size",
                                                5,
                                                "skip_duplicates",
                                                true))));
        return JSON.writeValueAsString(Map.of("size", 0, "_source", false, "suggest", suggesters));
    }

    private static Set<String> texts(String answer) {
        JsonPath suggest = new JsonPath(answer);
        Set<String> texts = new LinkedHashSet<>();
        for (String kind : FIELDS.keySet()) {
            texts.addAll(suggest.getList("suggest." + kind + "[0].options.text", String.class));
        }
        return texts;
    }

    /// Made of pieces of the seeds, the same in every run.
    private static String article(int n) {
        Random random = new Random(n);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", "a-%06d".formatted(n));
        document.put("revision", 1);
        document.put("withdrawn", false);
        document.put("kind", "article");
        document.put("file", "a.txt");
        document.put("pageId", "p-" + n / 8);
        document.put("position", n % 8);
        document.put("headline", piece(random, 8 + random.nextInt(16)));
        document.put("column", piece(new Random(n % 200), 4));
        document.put("authors", List.of(piece(new Random(n % 5_000), 3)));
        document.put("byline", List.of());
        document.put("persons", List.of(piece(new Random(-n % 9_000), 3)));
        document.put("places", Arrays.asList(piece(new Random(n % 900), 3), piece(random, 4)));
        document.put("organisations", List.of(piece(new Random(n % 3_000), 6)));
        document.put("reprintKey", "a-" + n);
        document.put("body", piece(random, 60));
        try {
            return JSON.writeValueAsString(document);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String piece(Random random, int length) {
        int start = random.nextInt(TEXT.length() - length);
        return TEXT.substring(start, start + length);
    }
}
