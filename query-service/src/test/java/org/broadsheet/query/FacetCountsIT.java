package org.broadsheet.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.broadsheet.query.search.Facet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Counts of every facet under choices and exclusions in any number, in the real Elasticsearch.
/// What is right is found out by going through the articles one by one.
@QuarkusTest
@WithTestResource(FacetCountsIT.Archive.class)
class FacetCountsIT {
    private static final int ARTICLES = 240;
    private static final int SEARCHES = 80;
    private static final List<Facet> FACETS = List.of(Facet.values());

    private static final List<Paper> PAPERS =
            IntStream.range(0, ARTICLES).mapToObj(n -> Paper.of(new Random(n))).toList();

    /// Articles with any values, or none, of any facet.
    public static class Archive extends RealElasticsearch {
        @Override
        void fill() {
            for (int n = 0; n < ARTICLES; n++) {
                put(PAPERS.get(n).document(n));
            }
        }
    }

    /// An article.
    ///
    /// @param values by facet; empty where it has none
    private record Paper(boolean isOfHarbour, Map<Facet, Set<String>> values) {
        static Paper of(Random random) {
            Map<Facet, Set<String>> values = new EnumMap<>(Facet.class);
            for (Facet facet : FACETS) {
                values.put(
                        facet,
                        switch (facet) {
                            case NEWSPAPER -> some(random, 1, "边城日报", "河州晚报", "江南晨报");
                            case YEAR -> some(random, 1, "1953", "1954", "1955");
                            case MONTH -> Set.of();
                            case COLUMN -> some(random, 1, "要闻", "城事", "-栏-");
                            case AUTHOR -> some(random, 3, "李明", "王小燕", "高凯", "O'Neil");
                            case PERSON -> some(random, 2, "李明", "张三", "\"引号\"");
                            case PLACE -> some(random, 2, "边城", "河州");
                            case ORG -> some(random, 2, "市总工会", "邮政局");
                            case SOURCE -> some(random, 1, "人民日报", "新华社");
                            case KIND -> Set.of(random.nextBoolean() ? "article" : "photo");
                            case PAGE -> some(random, 1, "1", "2", "11");
                            case FILE -> Set.of("f/" + random.nextInt(40) + ".txt");
                        });
            }
            for (String year : values.getOrDefault(Facet.YEAR, Set.of())) {
                values.put(Facet.MONTH, Set.of(year + (random.nextBoolean() ? "-03" : "-11")));
            }
            return new Paper(random.nextBoolean(), values);
        }

        private static Set<String> some(Random random, int max, String... all) {
            Set<String> some = new TreeSet<>();
            for (int i = random.nextInt(max + 1); i > 0; i--) {
                some.add(all[random.nextInt(all.length)]);
            }
            return some;
        }

        Map<String, Object> document(int n) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("id", "a-" + n);
            document.put("revision", 1);
            document.put("withdrawn", false);
            document.put("pageId", "p-" + n);
            document.put("position", 1);
            document.put("byline", List.of());
            document.put("body", isOfHarbour ? "港口的吊车停着。" : "吊车停着。");
            document.put("reprintKey", "a-" + n);
            one(Facet.NEWSPAPER).ifPresent(name -> document.put("titleName", name));
            one(Facet.MONTH).ifPresent(month -> document.put("date", month + "-02"));
            one(Facet.COLUMN).ifPresent(column -> document.put("column", column));
            one(Facet.SOURCE).ifPresent(source -> document.put("source", source));
            one(Facet.KIND).ifPresent(kind -> document.put("kind", kind));
            one(Facet.PAGE).ifPresent(page -> document.put("page", Integer.valueOf(page)));
            one(Facet.FILE).ifPresent(file -> document.put("file", file));
            document.put("persons", all(Facet.PERSON));
            document.put("places", all(Facet.PLACE));
            document.put("organisations", all(Facet.ORG));
            // Some wrote it, the others took the pictures, one did both.
            List<String> authors = all(Facet.AUTHOR);
            document.put("authors", authors.subList(0, (authors.size() + 1) / 2));
            document.put("photographers", authors.subList(authors.size() / 2, authors.size()));
            return document;
        }

        private List<String> all(Facet facet) {
            return List.copyOf(values.getOrDefault(facet, Set.of()));
        }

        private Optional<String> one(Facet facet) {
            return all(facet).stream().findFirst();
        }

        boolean has(Facet facet, String value) {
            return value.equals(Facet.NO_VALUE) ? all(facet).isEmpty() : all(facet).contains(value);
        }
    }

    /// Choices, at random: values by the parameters that choose them.
    private static Map<String, List<String>> choices(Random random) {
        Map<String, List<String>> choices = new HashMap<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            Facet facet = FACETS.get(random.nextInt(FACETS.size()));
            Paper paper = PAPERS.get(random.nextInt(ARTICLES));
            List<String> values = paper.all(facet);
            String value =
                    values.isEmpty() ? Facet.NO_VALUE : values.get(random.nextInt(values.size()));
            String parameter = random.nextInt(3) == 0 ? facet.exclusion() : facet.word();
            choices.computeIfAbsent(parameter, _ -> new ArrayList<>()).add(value);
        }
        return choices;
    }

    /// Whether an article is left by all choices but those of one facet's values.
    private static boolean isLeft(
            Paper paper, Map<String, List<String>> choices, @Nullable Facet but) {
        for (Facet facet : FACETS) {
            List<String> only = choices.getOrDefault(facet.word(), List.of());
            List<String> never = choices.getOrDefault(facet.exclusion(), List.of());
            if (never.stream().anyMatch(value -> paper.has(facet, value))
                    || (facet != but
                            && !only.isEmpty()
                            && only.stream().noneMatch(value -> paper.has(facet, value)))) {
                return false;
            }
        }
        return true;
    }

    @Test
    void eachCountIsWhatChoosingTheValueShows() {
        Random random = new Random(4);
        for (int i = 0; i < SEARCHES; i++) {
            Map<String, List<String>> choices = choices(random);
            boolean asksForHarbour = random.nextBoolean();
            String query = asksForHarbour ? "港口" : "";
            JsonPath answer = ask(query, 200, choices);
            JsonPath brief = ask(query, 1, choices);
            List<Paper> found =
                    PAPERS.stream().filter(p -> p.isOfHarbour() || !asksForHarbour).toList();

            assertThat(answer.getLong("total"))
                    .as(choices.toString())
                    .isEqualTo(found.stream().filter(p -> isLeft(p, choices, null)).count());
            for (Facet facet : FACETS) {
                List<Paper> under = found.stream().filter(p -> isLeft(p, choices, facet)).toList();
                assertThat(counts(answer, facet))
                        .as(facet + " " + choices)
                        .isEqualTo(expected(under, facet, choices));
                assertThat(List.of(answer, brief))
                        .extracting(a -> a.getLong("facets." + facet.word() + ".missing"))
                        .as(facet + " " + choices)
                        .containsOnly(under.stream().filter(p -> p.all(facet).isEmpty()).count());
                assertThat(brief.getLong("facets." + facet.word() + ".others"))
                        .as(facet + " " + choices)
                        .isEqualTo(unlisted(under, facet, counts(brief, facet)));
            }
        }
    }

    private static Map<String, Long> expected(
            List<Paper> papers, Facet facet, Map<String, List<String>> choices) {
        Map<String, Long> counts = new TreeMap<>();
        for (Paper paper : papers) {
            paper.all(facet).forEach(value -> counts.merge(value, 1L, Long::sum));
        }
        // What is chosen is shown however rare.
        for (String chosen : choices.getOrDefault(facet.word(), List.of())) {
            counts.put(chosen, papers.stream().filter(p -> p.has(facet, chosen)).count());
        }
        return counts;
    }

    /// Values that articles have and that are not listed, however often.
    private static long unlisted(List<Paper> papers, Facet facet, Map<String, Long> listed) {
        return papers.stream()
                .flatMap(paper -> paper.all(facet).stream())
                .filter(value -> !listed.containsKey(value))
                .count();
    }

    private static Map<String, Long> counts(JsonPath answer, Facet facet) {
        List<Map<String, Object>> values = answer.getList("facets." + facet.word() + ".values");
        Map<String, Long> counts = new TreeMap<>();
        for (Map<String, Object> value : values) {
            counts.put(
                    String.valueOf(value.get("value")),
                    Long.valueOf(String.valueOf(value.get("count"))));
        }
        assertThat(counts).as("values once each").hasSameSizeAs(values);
        return counts;
    }

    /// @param size how many values of each facet are shown
    private static JsonPath ask(String query, int size, Map<String, List<String>> choices) {
        var request = given().queryParam("q", query).queryParam("facet-size", size);
        choices.forEach(request::queryParam);
        return request.get("/api/search").then().statusCode(200).extract().jsonPath();
    }
}
