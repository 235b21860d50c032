package org.broadsheet.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Texts that several newspapers printed, in the real Elasticsearch. What is right is found out by
/// listing each printing for itself and keeping the first of each text.
@QuarkusTest
@WithTestResource(ReprintsIT.Archive.class)
class ReprintsIT {
    private static final List<String> NEWSPAPERS = List.of("边城日报", "河州晚报", "江南晨报", "北地新闻");
    private static final int TEXTS = 40;

    /// One text was printed so often that it fills several slices.
    private static final int PRINTINGS_MAX = 60;

    /// Printings of many texts, in no order.
    public static class Archive extends RealElasticsearch {
        @Override
        void fill() {
            printings().forEach(this::put);
            put(scroll());
        }
    }

    /// One text longer than Elasticsearch looks for marks in.
    private static Map<String, Object> scroll() {
        Map<String, Object> scroll =
                printing(99, 0, "画卷展开。" + "山水相连。".repeat(240_000), new Random(1));
        scroll.put("headline", "长卷");
        return scroll;
    }

    private static List<Map<String, Object>> printings() {
        Random random = new Random(7);
        List<Map<String, Object>> printings = new ArrayList<>();
        for (int text = 0; text < TEXTS; text++) {
            int times = text == 17 ? PRINTINGS_MAX : 1 + random.nextInt(4) * random.nextInt(2);
            String body = "港口".repeat(1 + text % 5) + "的吊车今天停着，第" + text + "号船只等待卸货。";
            for (int time = 0; time < times; time++) {
                printings.add(printing(text, time, body, random));
            }
        }
        return printings;
    }

    private static Map<String, Object> printing(int text, int time, String body, Random random) {
        Map<String, Object> printing = new LinkedHashMap<>();
        String id = "t%02d-%02d".formatted(text, time);
        printing.put("id", id);
        printing.put("revision", 1);
        printing.put("withdrawn", false);
        printing.put("kind", "article");
        printing.put("occurredAt", "2026-11-21T08:%02d:00Z".formatted(random.nextInt(60)));
        printing.put("file", id + ".txt");
        printing.put("pageId", "p-" + id);
        printing.put("position", 1);
        printing.put("titleName", NEWSPAPERS.get(random.nextInt(NEWSPAPERS.size())));
        printing.put("date", LocalDate.of(1954, 1, 1).plusDays(random.nextInt(90)).toString());
        printing.put("page", 1 + random.nextInt(8));
        printing.put("headline", time % 2 == 0 ? "港口安静" : "吊车停着" + time);
        printing.put("authors", List.of());
        printing.put("byline", List.of());
        printing.put("body", body);
        printing.put("reprintKey", "text-" + text);
        return printing;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    港口 | relevance |  7 | -
                    港口 | relevance |  3 | 河州晚报
                    港口 | newest    |  4 | -
                    吊车 | oldest    |  5 | -
                    安静 | page      |  3 | -
                    港口的吊车今天停着 | relevance | 2 | -
                    港口 | arrival   | 11 | 边城日报
                    """)
    void eachTextIsListedOnceForwardsAndBackWhateverTheOrder(
            String query, String sort, int limit, String newspaper) {
        List<String> narrowed = newspaper.equals("-") ? List.of() : List.of("newspaper", newspaper);
        List<String> search = new ArrayList<>(List.of("q", query, "sort", sort));
        search.addAll(narrowed);
        List<String> apart = walk(search, 20, "apart").ids();
        List<String> expected = firstOfEachText(apart);

        Walk together = walk(search, limit, "together");

        assertThat(together.ids()).isEqualTo(expected);
        assertThat(together.backwards()).isEqualTo(expected);
        JsonPath first = ask(search, "limit", "100");
        assertThat(first.getList("hits.id")).isEqualTo(expected);
        assertThat(first.getInt("total")).isEqualTo(apart.size());
        assertThat(first.getInt("texts")).isEqualTo(expected.size());
        assertThat(first.getString("next")).isNull();
        JsonPath later = ask(search, "limit", "" + limit, "offset", "" + limit);
        assertThat(later.getList("hits.id"))
                .isEqualTo(
                        expected.subList(
                                Math.min(limit, expected.size()),
                                Math.min(2 * limit, expected.size())));
    }

    @Test
    void hitSaysWhereElseItsTextWasPrintedInTheWholeArchive() {
        Map<String, List<Map<String, Object>>> byText = new TreeMap<>();
        for (Map<String, Object> printing : printings()) {
            byText.computeIfAbsent(text(id(printing)), _ -> new ArrayList<>()).add(printing);
        }
        List<Map<String, Object>> hits =
                ask(List.of("q", "港口", "newspaper", "河州晚报"), "limit", "100").getList("hits");
        assertThat(hits).hasSizeGreaterThan(5);
        boolean hasSeveral = false;
        for (Map<String, Object> hit : hits) {
            List<Map<String, Object>> all = byText.getOrDefault(text(id(hit)), List.of());
            List<?> named = (List<?>) hit.get("printedIn");
            assertThat(hit.get("printings")).isEqualTo(all.size());
            assertThat(named).hasSize(Math.min(10, all.size() - 1));
            for (Object other : named) {
                Map<?, ?> printing = (Map<?, ?>) other;
                assertThat(printing.get("id")).isNotEqualTo(hit.get("id"));
                assertThat(all)
                        .anySatisfy(
                                one -> {
                                    assertThat(printing.get("id")).isEqualTo(one.get("id"));
                                    assertThat(printing.get("title"))
                                            .isEqualTo(one.get("titleName"));
                                    assertThat(printing.get("date")).isEqualTo(one.get("date"));
                                    assertThat(printing.get("page")).isEqualTo(one.get("page"));
                                });
            }
            hasSeveral |= !named.isEmpty();
        }
        assertThat(hasSeveral).isTrue();
    }

    @Test
    void countsAndExportsAreOfAllPrintings() {
        int all = printings().size();
        JsonPath answer = ask(List.of("q", "吊车"), "facets", "newspaper");
        int counted =
                answer.getList("facets.newspaper.values.count", Integer.class).stream()
                        .mapToInt(n -> n)
                        .sum();

        assertThat(counted).isEqualTo(answer.getInt("total")).isEqualTo(all);
        assertThat(
                        given().queryParam("q", "吊车")
                                .queryParam("format", "ndjson")
                                .get("/api/export")
                                .asString()
                                .lines())
                .hasSize(all);
    }

    @Test
    void longTextIsFoundAndMarked() {
        JsonPath answer = ask(List.of("q", "画卷"));

        assertThat(answer.getList("hits.id")).containsExactly("t99-00");
        assertThat(answer.getString("hits[0].highlights.body[0]")).startsWith("<em>画卷</em>展开");
        assertThat(ask(List.of("q", "山水")).getInt("total")).isEqualTo(1);
    }

    @Test
    void cursorOfTheOtherListingIsRefused() {
        String cursor = ask(List.of("q", "吊车"), "limit", "2").getString("next");

        given().queryParam("q", "吊车")
                .queryParam("reprints", "apart")
                .queryParam("cursor", cursor)
                .get("/api/search")
                .then()
                .statusCode(400);
        given().queryParam("reprints", "some").get("/api/search").then().statusCode(400);
    }

    @Test
    void pagesShowWhereElseATextWasPrinted() {
        String page = given().queryParam("q", "\"第17号船只\"").get("/").asString();
        assertThat(page)
                .contains("转载合并为 1 条")
                .contains("另载于")
                .contains("等共 60 处")
                .contains("reprints=apart");
        String hit = ask(List.of("q", "\"第17号船只\"")).getString("hits[0].id");
        assertThat(given().get("/articles/" + hit).asString()).contains("另载于").contains("等共 60 处");
        assertThat(
                        given().queryParam("q", "\"第17号船只\"")
                                .queryParam("reprints", "apart")
                                .get("/")
                                .asString())
                .contains("合并转载");
    }

    private record Walk(List<String> ids, List<String> backwards) {}

    /// From the first slice to the last by cursors, and back.
    private static Walk walk(List<String> search, int limit, String reprints) {
        List<String> ids = new ArrayList<>();
        String[] size = {"limit", "" + limit, "reprints", reprints, "facets", "none"};
        JsonPath slice = ask(search, size);
        ids.addAll(slice.getList("hits.id"));
        while (slice.getString("next") != null) {
            assertThat(ids).hasSizeLessThan(400);
            slice = ask(search, with(size, "cursor", slice.getString("next")));
            assertThat(slice.getInt("offset")).isEqualTo(ids.size());
            assertThat(slice.getList("hits")).isNotEmpty();
            ids.addAll(slice.getList("hits.id"));
        }
        List<String> backwards = new ArrayList<>(slice.getList("hits.id", String.class));
        while (slice.getString("previous") != null) {
            assertThat(backwards).hasSizeLessThan(400);
            slice = ask(search, with(size, "cursor", slice.getString("previous")));
            backwards.addAll(0, slice.getList("hits.id", String.class));
        }
        return new Walk(ids, backwards);
    }

    private static List<String> firstOfEachText(List<String> ids) {
        Set<String> seen = new HashSet<>();
        return ids.stream().filter(id -> seen.add(text(id))).toList();
    }

    private static String id(Map<String, Object> article) {
        return String.valueOf(article.get("id"));
    }

    private static String text(String id) {
        return id.substring(0, 3);
    }

    private static String[] with(String[] parameters, String name, String value) {
        List<String> all = new ArrayList<>(List.of(parameters));
        all.add(name);
        all.add(value);
        return all.toArray(String[]::new);
    }

    private static JsonPath ask(List<String> search, String... parameters) {
        var request = given();
        List<String> all = new ArrayList<>(search);
        all.addAll(List.of(parameters));
        for (int i = 0; i < all.size(); i += 2) {
            request.queryParam(all.get(i), all.get(i + 1));
        }
        return request.get("/api/search").then().statusCode(200).extract().jsonPath();
    }
}
