package org.broadsheet.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A page's lines and what became of each, on the real PostgreSQL and the real Kafka.
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@Timeout(60)
class PagesIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FIRST =
            "渡口日报 2026年2月3日 第1版\r\n\r\n□本报记者 王小燕\r\n渡口的船都靠了岸，等雾散了再走。\r\n";
    private static final String SECOND = "\f## 码头修好了\r\n□本报记者 李大江\r\n码头上的木板换了新的，船可以靠岸了。";

    @BeforeEach
    void sendKey() {
        TestKey.isSent();
    }

    @Test
    void everyLineWithTextIsToldOnceWithItsNumberInTheFile() throws Exception {
        long file = stored("渡口/两版.txt", (FIRST + SECOND).getBytes(Charset.forName("GB18030")));
        JsonNode pages = JSON.readTree(given().get("/api/files/" + file).asString()).get("pages");

        JsonNode first = page(pages.get(0).get("id").asText());
        JsonNode second = page(pages.get(1).get("id").asText());

        assertThat(first.get("firstLine").asInt()).isEqualTo(1);
        assertThat(first.at("/lines/3").asText()).isEqualTo("渡口的船都靠了岸，等雾散了再走。");
        assertThat(second.get("firstLine").asInt()).isEqualTo(5);
        assertThat(second.at("/lines/0").asText().strip()).isEqualTo("## 码头修好了");
        assertThat(second.at("/articles/0/headline").asText()).isEqualTo("码头修好了");
        assertThat(numbers(first)).containsExactly(1, 3, 4);
        assertThat(numbers(second)).containsExactly(5, 6, 7);
    }

    @Test
    void unknownPageIsNotFound() {
        assertThat(given().get("/api/pages/no-such-page").statusCode()).isEqualTo(404);
    }

    /// The lines that articles, furniture and the unplaced claim, in order.
    private static List<Integer> numbers(JsonNode page) {
        List<Integer> numbers = new ArrayList<>();
        page.get("articles").forEach(article -> add(numbers, article.get("lines")));
        page.get("furniture").forEach(item -> add(numbers, item.get("lines")));
        add(numbers, page.get("unplaced"));
        return numbers.stream().sorted().toList();
    }

    private static void add(List<Integer> numbers, JsonNode spans) {
        for (JsonNode span : spans) {
            for (int line = span.get(0).asInt(); line <= span.get(1).asInt(); line++) {
                numbers.add(line);
            }
        }
    }

    private static JsonNode page(String id) throws IOException {
        return JSON.readTree(given().get("/api/pages/" + id).asString());
    }

    private static long stored(String name, byte[] bytes) {
        long id =
                given().body(bytes)
                        .queryParam("name", name)
                        .post("/api/files")
                        .jsonPath()
                        .getLong("files[0].id");
        await().untilAsserted(
                        () ->
                                assertThat(
                                                given().get("/api/files/" + id)
                                                        .jsonPath()
                                                        .getString("state"))
                                        .isEqualTo("published"));
        return id;
    }
}
