package org.broadsheet.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// From the drop folder to the topic, on the real PostgreSQL and the real Kafka.
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class IngestIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path SEEDS = Path.of("../seeds");
    private static final String HARBOUR = "□本报记者 李明\n码头的吊车今天仍然停着，双方约定中午再谈。\n工人们在岸边等候消息。\n";
    private static final String SCHOOL = "□本报记者 王小燕\n新学年开始，全市中小学校迎来三万名新生。\n校门口站满了家长。\n";

    @Inject DataSource dataSource;

    @ConfigProperty(name = "drop.folder")
    Path folder;

    @ConfigProperty(name = "outbox.topic")
    String topic;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private TopicReader topicReader;

    @BeforeEach
    void openTopic() {
        TestKey.isSent();
        topicReader = new TopicReader(bootstrapServers, topic);
    }

    @AfterEach
    void closeTopic() {
        topicReader.close();
    }

    @Test
    void seedsAreStoredAndPublishedAndTheBooksBalance() throws Exception {
        List<Path> seeds;
        try (Stream<Path> files = Files.list(SEEDS)) {
            seeds = files.sorted().toList();
        }
        for (Path seed : seeds) {
            drop(seed.getFileName().toString(), Files.readString(seed));
        }

        for (Path seed : seeds) {
            awaitState(seed.getFileName().toString(), "stored");
        }
        awaitAllPublished();
        long stored = number("select count(*) from article where not withdrawn");
        assertThat(stored).isGreaterThanOrEqualTo(20);
        assertThat(number("select sum(lines) from page"))
                .isEqualTo(
                        number(
                                "select sum(lines_article + lines_furniture + lines_unplaced) from page"))
                .isGreaterThan(1000);
        awaitLatestRevisionsOnTopic();
        assertThat(seeds)
                .allSatisfy(seed -> assertThat(folder.resolve(seed.getFileName())).doesNotExist());
    }

    @Test
    void sameBytesUnderAnotherNameAreADuplicate() throws Exception {
        drop("original.txt", HARBOUR + "原件\n");
        awaitState("original.txt", "stored");

        drop("copy.txt", HARBOUR + "原件\n");

        awaitState("copy.txt", "duplicate");
        assertThat(text("select duplicate_of from issue_file where name = 'copy.txt'"))
                .isEqualTo("original.txt");
        assertThat(number("select count(*) from page where file_name = 'copy.txt'")).isZero();
    }

    @Test
    void sameBytesUnderTheSameNameChangeNothing() throws Exception {
        drop("twice.txt", HARBOUR + "一次\n");
        awaitState("twice.txt", "stored");
        awaitAllPublished();
        long events = number("select count(*) from outbox");

        drop("twice.txt", HARBOUR + "一次\n");

        awaitGone("twice.txt");
        assertThat(number("select count(*) from outbox")).isEqualTo(events);
        assertThat(number("select count(*) from issue_file where name = 'twice.txt'")).isEqualTo(1);
    }

    @Test
    void charsetAndMetadataAreFoundAndOnTheReceipt() throws Exception {
        drop("河州日报/2026-01-15/3.txt", HARBOUR, Charset.forName("GB18030"));

        awaitState("河州日报/2026-01-15/3.txt", "stored");
        assertThat(text("select charset from issue_file where name = '河州日报/2026-01-15/3.txt'"))
                .isEqualTo("GB18030");
        String id =
                text(
                        "select a.id from article a join page p on p.id = a.page_id where p.title_name = '河州日报' and p.issue_date = '2026-01-15' and p.page_number = 3");
        awaitAllPublished();
        awaitLatestRevisionsOnTopic();
        JsonNode article = lastOnTopic(id).get("article");
        assertThat(article.at("/issue/titleName").asText()).isEqualTo("河州日报");
        assertThat(article.at("/issue/date").asText()).isEqualTo("2026-01-15");
        assertThat(article.at("/page/number").asInt()).isEqualTo(3);
        Path receipt = findDone("3.txt.receipt.json");
        JsonNode told = JSON.readTree(Files.readString(receipt));
        assertThat(told.get("became").asText()).isEqualTo("stored");
        assertThat(told.get("charset").asText()).isEqualTo("GB18030");
        assertThat(told.at("/pages/0/articles/0/id").asText()).isEqualTo(id);
    }

    @Test
    void metadataThatComesLaterMakesANewRevisionAndStays() throws Exception {
        drop("later.txt", HARBOUR + "以后\n");
        awaitState("later.txt", "stored");
        String id = text("select id from article where page_id = 'later'");

        drop("later.txt.meta.yaml", "newspaper: 河州晚报\ndate: 2026-01-16\npage: 2\n");
        drop("later.txt", HARBOUR + "以后\n");

        await().untilAsserted(
                        () ->
                                assertThat(
                                                strings(
                                                        "select title_name from page where id = 'later'"))
                                        .containsExactly("河州晚报"));
        assertThat(text("select id from article where page_id = 'later'")).isEqualTo(id);
        assertThat(text("select revision from article where id = '" + id + "'")).isEqualTo("2");
        drop("later.txt", HARBOUR + "以后\n");
        awaitGone("later.txt");
        assertThat(text("select title_name || revision from page where id = 'later'"))
                .isEqualTo("河州晚报2");
    }

    @Test
    void filesWhoseDateIsMissingAreListed() throws Exception {
        drop("dated_2026-01-17_1.txt", HARBOUR + "有日期\n");
        drop("undated.txt", HARBOUR + "无日期\n");
        awaitState("dated_2026-01-17_1.txt", "stored");
        awaitState("undated.txt", "stored");

        List<String> undated =
                given().get("/api/files?missing=date&limit=200").jsonPath().getList("name");

        assertThat(undated).contains("undated.txt").doesNotContain("dated_2026-01-17_1.txt");
        given().get("/api/files?missing=colour")
                .then()
                .statusCode(400)
                .body("detail", containsString("newspaper, date, page"));
    }

    @Test
    void sidecarThatCannotBeReadKeepsItsPageOut() throws Exception {
        drop("astray.txt.meta.yaml", "date: someday\n");
        drop("astray.txt", HARBOUR + "侧车\n");

        awaitState("astray.txt", "rejected");
        assertThat(folder.resolve("rejected/astray.txt.reason.txt"))
                .content()
                .contains("astray.txt.meta.yaml says 'someday'");
        assertThat(folder.resolve("rejected/astray.txt.meta.yaml")).exists();
    }

    @Test
    void rejectedFileIsTriedAgainFromWhereItLies() throws Exception {
        drop("retried.txt.meta.yaml", "date: someday\n");
        drop("retried.txt", HARBOUR + "再试\n");
        awaitState("retried.txt", "rejected");
        await().untilAsserted(
                        () ->
                                assertThat(folder.resolve("rejected/retried.txt.receipt.json"))
                                        .exists());
        long id = number("select id from issue_file where name = 'retried.txt'");

        given().post("/api/files/" + id + "/again").then().statusCode(202);
        await().untilAsserted(
                        () ->
                                assertThat(
                                                number(
                                                        "select attempts from issue_file where id = "
                                                                + id))
                                        .isEqualTo(2));
        await().untilAsserted(
                        () ->
                                assertThat(folder.resolve("rejected/retried.txt.receipt.json"))
                                        .exists());
        Files.writeString(folder.resolve("rejected/retried.txt.meta.yaml"), "date: 2026-05-01\n");
        given().post("/api/files/" + id + "/again").then().statusCode(202);

        awaitState("retried.txt", "stored");
        awaitGone("retried.txt");
        assertThat(number("select count(*) from issue_file where name = 'retried.txt'")).isOne();
        assertThat(number("select attempts from issue_file where id = " + id)).isEqualTo(2);
        given().get("/api/files/" + id)
                .then()
                .body("pages[0].date", equalTo("2026-05-01"))
                .body("reason", nullValue())
                .body("lastError", nullValue());
        assertThat(folder.resolve("rejected/retried.txt")).doesNotExist();
        assertThat(folder.resolve("rejected/retried.txt.reason.txt")).doesNotExist();
        assertThat(folder.resolve("rejected/retried.txt.receipt.json")).doesNotExist();

        drop("gone.pdf", "%PDF gone");
        awaitState("gone.pdf", "rejected");
        await().untilAsserted(
                        () -> assertThat(folder.resolve("rejected/gone.pdf")).isRegularFile());
        Files.delete(folder.resolve("rejected/gone.pdf"));
        long gone = number("select id from issue_file where name = 'gone.pdf'");
        given().post("/api/files/" + gone + "/again")
                .then()
                .statusCode(409)
                .body("detail", containsString("Drop it again"));
    }

    @Test
    void changedFileKeepsTheIdsOfItsArticlesAndRaisesTheRevision() throws Exception {
        drop("edition.txt", HARBOUR + "\n" + SCHOOL);
        awaitState("edition.txt", "stored");
        List<String> ids = strings("select id from article where page_id = 'edition' order by id");

        drop("edition.txt", HARBOUR + "\n" + SCHOOL.replace("三万", "四万"));

        await().untilAsserted(
                        () ->
                                assertThat(
                                                strings(
                                                        "select revision from page where id = 'edition'"))
                                        .containsExactly("2"));
        assertThat(strings("select id from article where page_id = 'edition' order by id"))
                .isEqualTo(ids);
        assertThat(text("select string_agg(text, '') from article where page_id = 'edition'"))
                .contains("四万")
                .doesNotContain("三万");
        awaitLatestRevisionsOnTopic();
    }

    @Test
    void articleThatVanishedIsWithdrawnAndComesBackUnderItsId() throws Exception {
        drop("late.txt", HARBOUR + "\n" + SCHOOL + "晚报\n");
        awaitState("late.txt", "stored");
        String schoolId =
                text("select id from article where page_id = 'late' and text like '%新学年%'");

        drop("late.txt", HARBOUR);
        await().untilAsserted(
                        () ->
                                assertThat(
                                                strings(
                                                        "select withdrawn from article where id = '"
                                                                + schoolId
                                                                + "'"))
                                        .containsExactly("t"));
        awaitLatestRevisionsOnTopic();
        assertThat(lastOnTopic(schoolId).get("type").asText()).isEqualTo("ArticleWithdrawn");

        drop("late.txt", HARBOUR + "\n" + SCHOOL + "晚报\n");
        await().untilAsserted(
                        () ->
                                assertThat(
                                                strings(
                                                        "select withdrawn from article where id = '"
                                                                + schoolId
                                                                + "'"))
                                        .containsExactly("f"));
        awaitLatestRevisionsOnTopic();
        assertThat(lastOnTopic(schoolId).get("type").asText()).isEqualTo("ArticleStored");
        assertThat(lastOnTopic(schoolId).get("revision").asInt()).isEqualTo(3);
    }

    @Test
    void badFileIsRejectedWithItsReasonAndTheOthersFlow() throws Exception {
        drop("bad.pdf", "not text");
        drop("good.txt", SCHOOL + "好\n");

        awaitState("good.txt", "stored");
        awaitState("bad.pdf", "rejected");
        await().untilAsserted(
                        () ->
                                assertThat(folder.resolve("rejected/bad.pdf.reason.txt"))
                                        .content()
                                        .contains("Not an issue file"));
    }

    @Test
    void linesThatPrintNothingDoNotKeepAPageOut() throws Exception {
        drop("spaces.txt", SCHOOL + "\u00a0\n\u200b\n\u3000\n空格\n");

        awaitState("spaces.txt", "stored");
    }

    @Test
    void fileNamesOfEveryKindAreTaken() throws Exception {
        List<String> names =
                List.of(
                        "a name with spaces.txt",
                        "人民日报 1954-03-02.txt",
                        "line\nbreak.txt",
                        "emoji😀.txt",
                        "sub/folder/page.txt",
                        "quote'\"<b>.txt");
        for (String name : names) {
            drop(name, SCHOOL + name + "\n");
        }

        for (String name : names) {
            awaitState(name, "stored");
            awaitGone(name);
        }
    }

    @Test
    void eventCommittedLateWithASmallerIdIsPublished() throws Exception {
        try (Connection late = dataSource.getConnection()) {
            late.setAutoCommit(false);
            try (Statement statement = late.createStatement()) {
                statement.execute(insertOutbox("late-article"));
            }
            try (Connection early = dataSource.getConnection();
                    Statement statement = early.createStatement()) {
                statement.execute(insertOutbox("early-article"));
            }
            await().untilAsserted(() -> assertThat(lastOnTopic()).containsKey("early-article"));
            assertThat(lastOnTopic()).doesNotContainKey("late-article");

            late.commit();
        }

        await().untilAsserted(() -> assertThat(lastOnTopic()).containsKey("late-article"));
    }

    @Test
    void republishedPageComesAgainWithItsRevisionsAndNothingElseDoes() throws Exception {
        drop("again.txt", HARBOUR + "\n" + SCHOOL + "重来\n");
        awaitState("again.txt", "stored");
        drop("again.txt", HARBOUR + "重来\n");
        await().untilAsserted(
                        () ->
                                assertThat(number("select revision from page where id = 'again'"))
                                        .isEqualTo(2));
        awaitAllPublished();
        int before = topicReader.records().size();

        long count =
                RestAssured.post("/api/republish?page=again").jsonPath().getLong("republished");

        assertThat(count)
                .isEqualTo(number("select count(*) from article where page_id = 'again'"))
                .isGreaterThanOrEqualTo(2);
        awaitAllPublished();
        await().untilAsserted(
                        () ->
                                assertThat(topicReader.records().size() - before)
                                        .isGreaterThanOrEqualTo((int) count));
        awaitLatestRevisionsOnTopic();
        assertThat(strings("select id from article where page_id = 'again' and withdrawn"))
                .isNotEmpty()
                .allSatisfy(
                        id ->
                                assertThat(lastOnTopic(id).get("type").asText())
                                        .isEqualTo("ArticleWithdrawn"));
        assertThat(
                        RestAssured.post("/api/republish?page=nowhere")
                                .jsonPath()
                                .getLong("republished"))
                .isZero();
    }

    @Test
    void ledgerHoldsEveryArticleInOrder() throws Exception {
        drop("ledger.txt", HARBOUR + "账\n");
        awaitState("ledger.txt", "stored");

        List<String> lines = RestAssured.get("/api/ledger").asString().lines().toList();

        List<String> ids = new ArrayList<>();
        for (String line : lines) {
            ids.add(JSON.readTree(line).get("id").asText());
        }
        assertThat(ids)
                .containsAll(strings("select id from article where page_id = 'ledger'"))
                .isSortedAccordingTo(
                        (a, b) ->
                                java.util.Arrays.compareUnsigned(
                                        a.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                        b.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void healthStatusAndDocumentationAnswer() {
        RestAssured.get("/q/health/ready").then().statusCode(200);
        RestAssured.get("/q/health/live").then().statusCode(200);
        await().untilAsserted(
                        () ->
                                assertThat(RestAssured.get("/q/metrics").asString())
                                        .containsPattern("broadsheet_outbox_unpublished [0-9]")
                                        .containsPattern("broadsheet_outbox_oldest_seconds [0-9]"));
        assertThat(RestAssured.get("/q/openapi").asString()).contains("/api/status");
        assertThat(RestAssured.get("/api/status").jsonPath().getString("folder"))
                .isEqualTo(folder.toString());
        assertThat(RestAssured.get("/api/files?limit=3").jsonPath().getList("name"))
                .hasSizeLessThanOrEqualTo(3);
    }

    private static String insertOutbox(String id) {
        return """
               insert into outbox (aggregatetype, aggregateid, type, payload, occurred_at)
               values ('article', '%s', 'ArticleWithdrawn', '{"revision":1}', now())
               """
                .formatted(id);
    }

    private Path findDone(String name) throws IOException {
        try (Stream<Path> done = Files.walk(folder.resolve("done"))) {
            return done.filter(file -> file.endsWith(name)).findAny().orElseThrow();
        }
    }

    private void drop(String name, String text) throws IOException {
        drop(name, text, StandardCharsets.UTF_8);
    }

    private void drop(String name, String text, Charset charset) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Path unfinished = file.resolveSibling("." + file.getFileName());
        Files.writeString(unfinished, text, charset);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void awaitState(String name, String state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(
                                                strings(
                                                        "select state from issue_file where name = '"
                                                                + name.replace("'", "''")
                                                                + "'"))
                                        .contains(state));
    }

    private void awaitGone(String name) {
        await().untilAsserted(() -> assertThat(folder.resolve(name)).doesNotExist());
    }

    private void awaitAllPublished() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(
                                                number(
                                                        "select count(*) from outbox where published_at is null"))
                                        .isZero());
    }

    /// For each article the last record on the topic has the revision that the archive has.
    private void awaitLatestRevisionsOnTopic() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(latestRevisionsOnTopic())
                                        .containsAll(
                                                strings(
                                                        "select id || ' ' || revision from article")));
    }

    private List<String> latestRevisionsOnTopic() throws IOException {
        return lastOnTopic().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().get("revision").asText())
                .toList();
    }

    private JsonNode lastOnTopic(String id) throws IOException {
        return Optional.ofNullable(lastOnTopic().get(id)).orElseThrow();
    }

    private Map<String, JsonNode> lastOnTopic() throws IOException {
        Map<String, JsonNode> last = new HashMap<>();
        for (ConsumerRecord<String, String> record : topicReader.records()) {
            last.put(record.key(), JSON.readTree(record.value()));
        }
        return last;
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    private String text(String sql) throws SQLException {
        return strings(sql).getFirst();
    }

    private List<String> strings(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
