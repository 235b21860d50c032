package org.broadsheet.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// An index that is not what the service would have it: made by an older index-service, whose
/// mapping lacks a field, while a new one is being filled; with an issue that is longer than a
/// list.
class OddIndexIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ISSUE = "/api/issues/gazette/1960-05-01";

    /// Articles on the three pages of the issue.
    private static final int[] PAGES = {1_990, 20, 1};

    private static final int ARTICLES = 2_011;

    private static PackagedService service;

    @BeforeAll
    static void serviceRunsBeforeAnOlderIndex() throws Exception {
        ObjectNode definition =
                (ObjectNode) JSON.readTree(RealElasticsearch.contract("articles.index.json"));
        ObjectNode properties = (ObjectNode) definition.at("/mappings/properties");
        properties.remove("contributors");
        for (String copied : List.of("authors", "photographers")) {
            ((ObjectNode) properties.get(copied)).remove("copy_to");
        }
        service =
                new PackagedService(
                        "odd-index", "192m", definition.toString(), ARTICLES, OddIndexIT::article);
    }

    @AfterAll
    static void stop() throws Exception {
        service.stop();
    }

    @Test
    void suggestionsComeFromTheFieldsThatAreThereAndTheOthersAreNamed() throws Exception {
        JsonPath answer = json("/api/suggest?q=" + encoded("港口"));

        assertThat(answer.getList("suggestions.text", String.class)).contains("港口新闻");
        assertThat(answer.getList("lacking", String.class)).containsExactly("author");
    }

    @Test
    void everythingElseAnswersWithoutTheField() throws Exception {
        List<String> addresses = new ArrayList<>(List.of("/", "/api/status", "/api/issues"));
        for (String query : List.of("港口", "李明", "作者:李明", "作者:李*", "作者:李明~", "港扣")) {
            for (String sort : List.of("relevance", "newest", "oldest", "page", "arrival")) {
                addresses.add("/api/search?q=%s&sort=%s".formatted(encoded(query), sort));
            }
        }
        for (String narrowed : List.of("author", "not-author")) {
            for (String value : List.of("李明", "-")) {
                String choice = narrowed + "=" + encoded(value);
                addresses.add("/api/search?reprints=apart&" + choice);
                addresses.add("/api/export?format=ndjson&" + choice);
                addresses.add("/api/feeds/atom?" + choice);
                addresses.add("/?" + choice);
            }
        }
        addresses.addAll(
                List.of(
                        "/api/articles/g-0001",
                        "/api/articles/g-0001/similar",
                        "/articles/g-0001",
                        "/api/issues/gazette",
                        "/newspapers",
                        "/api/feeds/json"));
        for (String address : addresses) {
            assertThat(service.get(address).statusCode()).as(address).isEqualTo(200);
        }
    }

    @Test
    void cursorsLeadOnThere() throws Exception {
        JsonPath first = json("/api/search?limit=2&sort=page");
        JsonPath second = json("/api/search?limit=2&sort=page&cursor=" + first.getString("next"));

        assertThat(second.getList("hits.id"))
                .hasSize(2)
                .doesNotContainAnyElementsOf(first.getList("hits.id"));
    }

    @Test
    void issueSaysWhenItHasMoreArticlesThanAreListed() throws Exception {
        JsonPath issue = json(ISSUE);

        assertThat(issue.getInt("total")).isEqualTo(ARTICLES);
        assertThat(issue.getInt("listed")).isEqualTo(2_000);
        assertThat(issue.getList("pages.articles.flatten()")).hasSize(2_000);
        assertThat(service.get("/newspapers/gazette/1960-05-01").body())
                .contains("共 2011 篇")
                .contains("newspaper=gazette&amp;from=1960-05-01&amp;to=1960-05-01&amp;sort=page");
    }

    @Test
    void pagesBehindTheListAreThere() throws Exception {
        for (int page = 1; page <= PAGES.length; page++) {
            JsonPath one = json(ISSUE + "/" + page);

            assertThat(one.getInt("total")).as("page " + page).isEqualTo(PAGES[page - 1]);
            assertThat(one.getInt("listed")).isEqualTo(PAGES[page - 1]);
            assertThat((Integer) one.get("previousPage")).isEqualTo(page == 1 ? null : page - 1);
            assertThat((Integer) one.get("nextPage")).isEqualTo(page == 3 ? null : page + 1);
        }
        assertThat(service.get(ISSUE + "/4").statusCode()).isEqualTo(404);
    }

    private static JsonPath json(String path) throws Exception {
        HttpResponse<String> answer = service.get(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return new JsonPath(answer.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String article(int n) {
        int page = 1;
        for (int left = n; left >= PAGES[page - 1]; page++) {
            left -= PAGES[page - 1];
        }
        Map<String, Object> article = new LinkedHashMap<>();
        article.put("id", "g-%04d".formatted(n));
        article.put("revision", 1);
        article.put("withdrawn", false);
        article.put("kind", "article");
        article.put("file", "gazette.txt");
        article.put("titleCode", "gazette");
        article.put("titleName", "镇报");
        article.put("date", "1960-05-01");
        article.put("pageId", "gazette-p" + page);
        article.put("page", page);
        article.put("position", n);
        article.put("column", "港口新闻");
        article.put("headline", "港口来船第" + n + "号");
        article.put("authors", List.of("李明"));
        article.put("reprintKey", "g-" + n);
        article.put("body", "港口今天来了第" + n + "号船。");
        try {
            return JSON.writeValueAsString(article);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
