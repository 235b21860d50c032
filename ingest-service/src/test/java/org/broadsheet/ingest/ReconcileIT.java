package org.broadsheet.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What should be equal is compared, and what went wrong by itself is told, on the real PostgreSQL
/// and the real Kafka.
@QuarkusTest
@QuarkusTestResource(
        value = TestServers.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "access.reads-need-key", value = "true"))
class ReconcileIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String HARBOUR = "□本报记者 李明\n码头的吊车今天仍然停着，双方约定中午再谈。\n工人们在岸边等候消息。\n";

    @Inject DataSource dataSource;

    @ConfigProperty(name = "progress.index-service")
    String indexService;

    @ConfigProperty(name = "drop.folder")
    Path folder;

    @BeforeEach
    void sendKey() {
        TestKey.isSent();
    }

    @Test
    void whatIsEqualIsEqualAndEveryDifferenceIsNamed() throws Exception {
        drop("equal.txt", HARBOUR + "相等\n");
        drop("bad.pdf", "not text");
        awaitState("equal.txt", "published");
        awaitState("bad.pdf", "rejected");
        await().untilAsserted(() -> assertThat(folder.resolve("bad.pdf")).doesNotExist());
        indexHoldsAll();

        JsonNode equal = reconcile();

        assertThat(equal.get("examples")).as(equal.toString()).isEmpty();
        assertThat(equal.at("/counts/filesPutAway").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(equal.at("/counts/articlesOnTopic").asInt())
                .isPositive()
                .isEqualTo(equal.at("/counts/articles").asInt())
                .isEqualTo(equal.at("/counts/documents").asInt());
        Path stranger = folder.resolve("done/2026-01-01/stranger.txt");
        Files.createDirectories(stranger.getParent());
        Files.writeString(stranger, "nobody has entered this");
        execute("update article set revision = revision + 1 where page_id = 'equal'");
        execute("update issue_file set raw = 'x' where name = 'equal.txt'");

        JsonNode differs = reconcile();

        assertThat(differs.get("examples"))
                .extracting(each -> each.get("place").asText() + " " + each.get("which").asText())
                .containsExactlyInAnyOrder(
                        "disk stranger.txt",
                        "index equal-01",
                        "ledger equal.txt",
                        "topic equal-01");
        assertThat(differs.at("/examples/0/what").asText()).contains("not in the ledger");
        given().body("").put(indexService + "/documents");
        assertThat(reconcile().toString()).contains("not in the index");
        execute("update article set revision = revision - 1 where page_id = 'equal'");
        Files.delete(stranger);
    }

    @Test
    void fileThatFailsByItselfIsToldWithItsAttemptsUntilItIsTaken() throws Exception {
        // Where the file is to be put away, a file is in the way of its folder.
        Files.createDirectories(folder.resolve("rejected"));
        Path inTheWay = Files.writeString(folder.resolve("rejected/stuck"), "x");
        drop("stuck/page.pdf", "%PDF stuck");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(aside("stuck/page.pdf").path("attempts").asInt())
                                        .isGreaterThanOrEqualTo(2));
        assertThat(aside("stuck/page.pdf").get("lastError").asText()).contains("rejected/stuck");
        drop("flows.txt", HARBOUR + "照常\n");
        awaitState("flows.txt", "published");

        Files.delete(inTheWay);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(aside("stuck/page.pdf").isMissingNode()).isTrue());
        assertThat(folder.resolve("rejected/stuck/page.pdf.reason.txt")).exists();
        assertThat(
                        given().get("/api/files?q=stuck/page.pdf")
                                .jsonPath()
                                .getList("attempts", Integer.class))
                .singleElement()
                .satisfies(attempts -> assertThat(attempts).isGreaterThanOrEqualTo(2));
    }

    @Test
    void readingNeedsAKeyTooWhereThatIsSet() {
        given().get("/api/files").then().statusCode(200);
        RestAssured.requestSpecification = null;

        given().get("/api/files").then().statusCode(401);
        given().get("/api/reconcile").then().statusCode(401);
        given().get("/api/files/events").then().statusCode(401);
        given().get("/q/health/live").then().statusCode(200);
    }

    private JsonNode aside(String name) throws IOException {
        return JSON.readTree(given().get("/api/status").asString())
                .path("files")
                .path("setAside")
                .path(name);
    }

    private void indexHoldsAll() {
        String ledger = given().get("/api/ledger").asString();
        given().body(ledger.getBytes(StandardCharsets.UTF_8)).put(indexService + "/documents");
    }

    private static JsonNode reconcile() throws IOException {
        var answer = given().get("/api/reconcile");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return JSON.readTree(answer.asString());
    }

    private void drop(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Path unfinished = Files.writeString(folder.resolve(".unfinished"), text);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void awaitState(String name, String state) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(
                                                given().get("/api/files?q=" + name)
                                                        .jsonPath()
                                                        .getList("state"))
                                        .isEqualTo(List.of(state)));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
