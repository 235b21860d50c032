package org.broadsheet.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the keeper changes afterwards, and who may, on the real PostgreSQL and the real Kafka.
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@Timeout(60)
class WishesIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SCHOOL = "□本报记者 王小燕\n新学年开始，全市中小学校迎来三万名新生。\n校门口站满了家长。\n";

    @Inject DataSource dataSource;

    @ConfigProperty(name = "drop.folder")
    Path folder;

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String provider;

    @BeforeEach
    void sendKey() {
        TestKey.isSent();
    }

    @Test
    void whatIsSetByHandCountsAndIdsStay() throws Exception {
        long id = stored("河州日报/2026-04-01/1.txt", SCHOOL + "改日期\n");
        String article = article(id).get("id").asText();

        patch("/api/files/" + id, "{\"date\": \"2026-04-02\", \"page\": 5}").then().statusCode(202);

        awaitDate(id, "2026-04-02");
        assertThat(page(id).get("newspaper").asText()).isEqualTo("河州日报");
        assertThat(page(id).get("page").asInt()).isEqualTo(5);
        assertThat(article(id).get("id").asText()).isEqualTo(article);
        assertThat(article(id).get("revision").asInt()).isEqualTo(2);

        given().post("/api/files/again?id=" + id).then().statusCode(202);
        awaitRead(id);
        assertThat(article(id).get("revision").asInt()).isEqualTo(2);
        assertThat(page(id).get("date").asText()).isEqualTo("2026-04-02");

        patch("/api/files/" + id, "{\"date\": null}").then().statusCode(202);
        awaitDate(id, "2026-04-01");
        assertThat(page(id).get("page").asInt()).isEqualTo(5);
    }

    @Test
    void severalFilesAreSetAtOnce() throws Exception {
        long one = stored("many-1.txt", SCHOOL + "甲\n");
        long two = stored("many-2.txt", SCHOOL + "乙\n");

        Response answer =
                patch(
                        "/api/files",
                        "{\"ids\": [%d, %d, 999999], \"set\": {\"newspaper\": \"陇上晚报\"}}"
                                .formatted(one, two));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.jsonPath().getList("files", Long.class)).containsExactly(one, two);
        await().untilAsserted(
                        () ->
                                assertThat(
                                                given().get("/api/files?newspaper=陇上晚报")
                                                        .jsonPath()
                                                        .getList("id", Long.class))
                                        .containsExactlyInAnyOrder(one, two));
    }

    @Test
    void whatCannotBeSetIsRefusedInWords() throws Exception {
        long id = stored("unset.txt", SCHOOL + "不改\n");

        patch("/api/files/" + id, "{\"date\": \"someday\"}")
                .then()
                .statusCode(400)
                .body("detail", containsString("someday"));
        patch("/api/files/" + id, "{\"colour\": \"red\"}")
                .then()
                .statusCode(400)
                .body("detail", containsString("colour"));
        patch("/api/files/" + id, "{\"colour\": null}")
                .then()
                .statusCode(400)
                .body("detail", containsString("newspaper"));
        patch("/api/files/" + id, "{}").then().statusCode(400);
        patch("/api/files", "{\"set\": {\"page\": 1}}").then().statusCode(400);
        patch("/api/files/999999", "{\"page\": 1}").then().statusCode(404);
    }

    @Test
    void newspaperIsEnteredByItselfAndItsNewNameHoldsForItsFiles() throws Exception {
        long id = stored("湟水早报/2026-04-03/1.txt", SCHOOL + "登记\n");
        assertThat(page(id).get("code").asText()).isEqualTo("huangshuizaobao");
        assertThat(given().get("/api/newspapers").jsonPath().getList("code"))
                .contains("huangshuizaobao");
        String article = article(id).get("id").asText();

        given().contentType("application/json")
                .body("{\"name\": \"湟水晨报\", \"place\": \"西宁\", \"language\": \"zh-Hans\"}")
                .put("/api/newspapers/huangshuizaobao")
                .then()
                .statusCode(200);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(page(id).get("newspaper").asText()).isEqualTo("湟水晨报"));
        assertThat(article(id).get("id").asText()).isEqualTo(article);
        long other = stored("湟水早报/2026-04-04/1.txt", SCHOOL + "旧名\n");
        assertThat(page(other).get("newspaper").asText()).isEqualTo("湟水晨报");
        stored("海东日报/2026-04-04/1.txt", SCHOOL + "另一份\n");
        given().contentType("application/json")
                .body("{\"name\": \"湟水早报\"}")
                .put("/api/newspapers/haidongribao")
                .then()
                .statusCode(409);
        given().contentType("application/json")
                .body("{\"name\": \"x\"}")
                .put("/api/newspapers/none")
                .then()
                .statusCode(404);
        given().contentType("application/json")
                .body("{\"name\": \"x\", \"language\": \"!!\"}")
                .put("/api/newspapers/haidongribao")
                .then()
                .statusCode(400);
    }

    @Test
    void whatReadingAgainWouldChangeIsShownAndNotDone() throws Exception {
        long id = stored("difference.txt", SCHOOL + "差别\n");
        String article = article(id).get("id").asText();
        assertThat(difference(id).get("same").asInt()).isEqualTo(1);
        assertThat(difference(id).get("articles")).isEmpty();
        // As an older parser might have left it.
        execute(
                "update article set content = jsonb_set(content, '{dateline}', '\"他处\"'), content_hash = 'old' where id = '%s'"
                        .formatted(article));
        String rows = text("select count(*) from outbox");

        JsonNode difference = difference(id);

        assertThat(difference.at("/articles/0/id").asText()).isEqualTo(article);
        assertThat(difference.at("/articles/0/change").asText()).isEqualTo("changed");
        assertThat(difference.at("/articles/0/fields/0/name").asText()).isEqualTo("dateline");
        assertThat(difference.at("/articles/0/fields/0/before").asText()).isEqualTo("他处");
        assertThat(difference.at("/articles/0/fields")).hasSize(1);
        assertThat(text("select count(*) from outbox")).isEqualTo(rows);
        assertThat(article(id).get("revision").asInt()).isEqualTo(1);

        given().post("/api/files/again?id=" + id).then().statusCode(202);
        awaitRead(id);
        assertThat(article(id).get("revision").asInt()).isEqualTo(2);
        assertThat(difference(id).get("articles")).isEmpty();
        given().get("/api/files/999999/difference").then().statusCode(404);
    }

    @Test
    void rejectedUploadIsTriedAgainInItsOwnRow() throws Exception {
        Response taken =
                given().multiPart(
                                "a",
                                "retry.txt",
                                (SCHOOL + "重来\n").getBytes(StandardCharsets.UTF_8))
                        .multiPart(
                                "b",
                                "retry.txt.meta.yaml",
                                "date: someday\n".getBytes(StandardCharsets.UTF_8))
                        .post("/api/files");
        long id = taken.jsonPath().getLong("files[0].id");
        awaitState(id, "rejected");
        assertThat(file(id).get("attempts").asInt()).isEqualTo(1);
        assertThat(file(id).get("reasonCode").asText()).isEqualTo("metadata-date");

        given().post("/api/files/" + id + "/again").then().statusCode(202);
        await().untilAsserted(() -> assertThat(file(id).get("attempts").asInt()).isEqualTo(2));
        assertThat(file(id).get("state").asText()).isEqualTo("rejected");

        // As if its date could be read by now.
        execute("update issue_file set told = '{}' where id = " + id);
        given().post("/api/files/" + id + "/again").then().statusCode(202);
        awaitState(id, "published");
        assertThat(file(id).has("reason") || file(id).has("lastError")).isFalse();
        assertThat(file(id).get("attempts").asInt()).isEqualTo(2);

        given().post("/api/files/" + id + "/again").then().statusCode(202);
        awaitRead(id);
        given().delete("/api/files/" + id).then().statusCode(202);
        awaitRead(id);
        given().post("/api/files/" + id + "/again")
                .then()
                .statusCode(409)
                .body("detail", containsString("withdrawn"));
        given().post("/api/files/999999/again").then().statusCode(404);
    }

    /// New files that came over HTTP go before all that are to be read again; while the drop folder
    /// brings new ones, each reader of waiting files rests a second between two that are not new.
    @Test
    void readingAgainStandsBackBehindNewFiles() throws Exception {
        int readers = Runtime.getRuntime().availableProcessors();
        int old = 12 * readers;
        int fresh = 100 * readers;
        upload("behind-", old);
        awaitNone("name like 'behind-%' and state <> 'stored'");

        upload("ahead-", fresh);
        given().post("/api/files/again?q=behind-").then().statusCode(202);
        String asked = text("select clock_timestamp()::text");
        assertThat(number("select count(*) from issue_file where state = 'received'"))
                .as("new files that still wait")
                .isGreaterThan(4L * readers);
        awaitNone("name like 'ahead-%' and state <> 'stored'");
        awaitNone("name like 'behind-%' and due_at is not null");
        // Readers that had found no new file yet, and those that find none left to themselves.
        assertThat(readAgainBetween(asked, parsed("ahead-%", fresh - 2 * readers)))
                .isLessThanOrEqualTo(2L * readers);

        dropAll("burst-", fresh);
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                number(
                                                "select count(*) from issue_file where name like 'burst/burst-%'")
                                        > 0);
        given().post("/api/files/again?q=behind-").then().statusCode(202);
        String busy = text("select clock_timestamp()::text");
        awaitNone("name like 'behind-%' and due_at is not null");
        String done = parsed("burst/burst-%", fresh - 2 * readers);
        long seconds =
                number(
                        "select extract(epoch from '%s'::timestamptz - '%s'::timestamptz)::bigint"
                                .formatted(done, busy));
        assertThat(number("select count(*) from issue_file where name like 'burst/burst-%'"))
                .isEqualTo(fresh);
        assertThat(readAgainBetween(busy, done)).isLessThanOrEqualTo(readers * (seconds + 2));
    }

    /// When the file with this number among those of a name, in the order of their reading, was
    /// read.
    private String parsed(String name, int number) throws SQLException {
        return text(
                "select parsed_at::text from issue_file where name like '%s' order by parsed_at offset %d limit 1"
                        .formatted(name, number - 1));
    }

    private long readAgainBetween(String from, String to) throws SQLException {
        return number(
                "select count(*) from issue_file where name like 'behind-%%' and parsed_at > '%s' and parsed_at < '%s'"
                        .formatted(from, to));
    }

    private static void upload(String prefix, int count) {
        RequestSpecification form = given();
        for (int i = 0; i < count; i++) {
            byte[] page = (SCHOOL + prefix + i + "\n").getBytes(StandardCharsets.UTF_8);
            form = form.multiPart("f" + i, prefix + i + ".txt", page);
        }
        form.post("/api/files").then().statusCode(202);
    }

    private void dropAll(String prefix, int count) throws IOException {
        Path hidden = Files.createDirectory(folder.resolve(".burst"));
        for (int i = 0; i < count; i++) {
            Files.writeString(hidden.resolve(prefix + i + ".txt"), SCHOOL + prefix + i + "\n");
        }
        Files.move(hidden, folder.resolve("burst"));
    }

    private void awaitNone(String which) {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(
                        () ->
                                assertThat(number("select count(*) from issue_file where " + which))
                                        .isZero());
    }

    private static JsonNode difference(long id) throws IOException {
        return JSON.readTree(given().get("/api/files/" + id + "/difference").asString());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void withdrawnFileComesBackWithItsIds() throws Exception {
        long id = stored("withdrawn.txt", SCHOOL + "撤回\n");
        String article = article(id).get("id").asText();

        given().delete("/api/files/" + id).then().statusCode(202);

        awaitRead(id);
        assertThat(file(id).get("state").asText()).isEqualTo("withdrawn");
        assertThat(file(id).get("articles").asInt()).isZero();
        assertThat(article(id).get("withdrawn").asBoolean()).isTrue();
        assertThat(
                        text(
                                "select payload::json->>'type' from outbox where aggregateid = '"
                                        + article
                                        + "' order by id desc limit 1"))
                .isEqualTo("ArticleWithdrawn");

        given().post("/api/files/" + id + "/restore").then().statusCode(202);

        awaitRead(id);
        assertThat(file(id).get("state").asText()).isNotEqualTo("withdrawn");
        assertThat(article(id).get("id").asText()).isEqualTo(article);
        assertThat(article(id).get("withdrawn").asBoolean()).isFalse();
        assertThat(article(id).get("revision").asInt()).isEqualTo(3);

        given().delete("/api/files/" + id).then().statusCode(202);
        awaitRead(id);
        given().body((SCHOOL + "撤回\n").getBytes(StandardCharsets.UTF_8))
                .post("/api/files?name=withdrawn.txt")
                .then()
                .statusCode(202);
        await().untilAsserted(
                        () -> assertThat(file(id).get("state").asText()).isNotEqualTo("withdrawn"));
        assertThat(article(id).get("withdrawn").asBoolean()).isFalse();
        given().delete("/api/files/999999").then().statusCode(404);
    }

    @Test
    void writingNeedsAKeyOfTheRightRole() throws Exception {
        Response made =
                given().contentType("application/json")
                        .body("{\"name\": \"scanner room\", \"role\": \"drop\"}")
                        .post("/api/keys");
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        String key = made.jsonPath().getString("key");
        given().contentType("application/json")
                .body("{\"name\": \"scanner room\", \"role\": \"drop\"}")
                .post("/api/keys")
                .then()
                .statusCode(409);

        RestAssured.requestSpecification = null;
        for (String wrong : List.of("", "Bearer no", "Bearer " + key + "x", "Basic " + key)) {
            upload(wrong)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", startsWith("Bearer"))
                    .contentType("application/problem+json");
        }
        upload("Bearer " + key).then().statusCode(202);
        given().header("X-API-Key", key)
                .body(SCHOOL)
                .post("/api/files?name=keyed.txt")
                .then()
                .statusCode(202);
        for (Response refused :
                List.of(
                        given().header("Authorization", "Bearer " + key).post("/api/republish"),
                        given().header("Authorization", "Bearer " + key).post("/api/files/again"),
                        given().header("Authorization", "Bearer " + key).delete("/api/files/1"),
                        given().header("Authorization", "Bearer " + key).get("/api/keys"))) {
            refused.then().statusCode(403).body("detail", containsString("'manage'"));
        }
        given().get("/api/files").then().statusCode(200);

        TestKey.isSent();
        assertThat(given().get("/api/keys").asString())
                .contains("scanner room")
                .doesNotContain(key);
        assertThat(text("select row_to_json(k)::text from api_key k"))
                .doesNotContain(key.substring(16));
        given().delete("/api/keys/" + made.jsonPath().getString("id")).then().statusCode(204);
        RestAssured.requestSpecification = null;
        upload("Bearer " + key).then().statusCode(401);
    }

    @Test
    void tokenCannotBeLookedAtWhileTheProviderIsAwayAndCountsOnceItIsBack() {
        RestAssured.requestSpecification = null;
        for (int i = 0; i < 2; i++) {
            keys("some.signed.token")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .body("detail", containsString("Keys open as ever"));
        }
        keys(TestKey.VALUE).then().statusCode(200);
        keys("no token").then().statusCode(401);
        given().get("/api/files").then().statusCode(200);

        String token = given().put(provider + "/there").asString();

        keys(token).then().statusCode(200);
        keys("some.signed.token").then().statusCode(401);
    }

    private static Response keys(String bearer) {
        return given().header("Authorization", "Bearer " + bearer).get("/api/keys");
    }

    private static Response upload(String authorization) {
        return given().header("Authorization", authorization)
                .body(SCHOOL)
                .post("/api/files?name=keyed.txt");
    }

    private static long stored(String name, String text) throws IOException {
        Response taken =
                given().body(text.getBytes(StandardCharsets.UTF_8))
                        .queryParam("name", name)
                        .post("/api/files");
        assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(202);
        long id = taken.jsonPath().getLong("files[0].id");
        awaitState(id, "published");
        return id;
    }

    private static void awaitState(long id, String state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(file(id).get("state").asText()).isEqualTo(state));
    }

    private static Response patch(String address, String json) {
        return given().contentType("application/json").body(json).patch(address);
    }

    private void awaitRead(long id) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(
                                                text(
                                                        "select count(*) from issue_file where due_at is not null and id = "
                                                                + id))
                                        .isEqualTo("0"));
    }

    private static void awaitDate(long id, String date) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(page(id).path("date").asText()).isEqualTo(date));
    }

    private static JsonNode article(long id) throws IOException {
        return page(id).get("articles").get(0);
    }

    private static JsonNode page(long id) throws IOException {
        return file(id).get("pages").get(0);
    }

    private static JsonNode file(long id) throws IOException {
        return JSON.readTree(given().get("/api/files/" + id).asString());
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
