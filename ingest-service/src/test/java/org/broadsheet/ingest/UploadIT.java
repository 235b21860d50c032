package org.broadsheet.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Files that come over HTTP or in a `.zip`, and what is told of them, on the real PostgreSQL and
/// the real Kafka.
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@Timeout(60)
class UploadIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final long SOME_TIME = 1_700_000_000_000L;
    private static final String HARBOUR = "□本报记者 李明\n码头的吊车今天仍然停着，双方约定中午再谈。\n工人们在岸边等候消息。\n";

    @TestHTTPResource("/")
    URI service = URI.create("http://unset");

    @ConfigProperty(name = "progress.index-service")
    String indexService;

    @ConfigProperty(name = "drop.folder")
    Path folder;

    @ConfigProperty(name = "upload.spool")
    Path spool;

    @BeforeEach
    void sendKey() {
        TestKey.isSent();
    }

    @Test
    void uploadedFileIsFollowedUntilSearchesFindIt() throws Exception {
        Response taken = post("/api/files?name=followed.txt", HARBOUR + "跟踪\n");

        assertThat(taken.statusCode()).isEqualTo(202);
        String href = taken.header("Location");
        assertThat(taken.jsonPath().getString("files[0].href")).isEqualTo(href);
        assertThat(taken.jsonPath().getString("files[0].state")).isEqualTo("received");
        JsonNode published = awaitState(href, "published");
        assertThat(published.get("charset").asText()).isEqualTo("UTF-8");
        assertThat(published.at("/pages/0/articles/0/state").asText()).isEqualTo("published");

        searchesFindAllOf(published);

        JsonNode indexed = awaitState(href, "indexed");
        assertThat(indexed.at("/pages/0/articles/0/state").asText()).isEqualTo("indexed");
        assertThat(indexed.get("articlesIndexed")).isEqualTo(indexed.get("articles"));
        assertThat(indexed.at("/pages/0/articles/0").hasNonNull("storedAt")).isTrue();
        assertThat(indexed.at("/pages/0/articles/0").hasNonNull("indexedAt")).isTrue();
        assertThat(indexed.at("/pages/0/articles/0/attempts").asInt()).isZero();
        assertThat(
                        Stream.of("receivedAt", "parsedAt", "storedAt", "publishedAt", "indexedAt")
                                .map(step -> Instant.parse(indexed.get(step).asText())))
                .isSorted();

        given().body("second").put(indexService + "/index");
        awaitState(href, "published");
        searchesFindAllOf(published);
        awaitState(href, "indexed");
    }

    @Test
    void olderRevisionInTheIndexIsNotIndexed() throws Exception {
        String href = taken("/api/files?name=older.txt", HARBOUR + "旧版\n");
        searchesFindAllOf(awaitState(href, "published"));
        awaitState(href, "indexed");

        String newer = taken("/api/files?name=older.txt", HARBOUR.replace("中午", "下午") + "新版\n");

        JsonNode detail = awaitState(newer, "published");
        assertThat(detail.at("/pages/0/articles/0/revision").asInt()).isEqualTo(2);
        awaitState(href, "superseded");
        searchesFindAllOf(detail);
        awaitState(newer, "indexed");
    }

    @Test
    void formBringsManyFilesWithFieldsAndSidecars() throws Exception {
        String form =
                part("file", "1.txt", HARBOUR + "一\n")
                        + part("file", "二版.txt", HARBOUR + "二\n")
                        + part("file", "1.txt.meta.yaml", "page: 7\n")
                        + part("newspaper", "", "河州日报")
                        + part("date", "", "2026-02-03")
                        + "--cut--\r\n";
        JsonNode taken = send("/api/files", "multipart/form-data; boundary=cut", bytes(form));

        assertThat(taken.findValuesAsText("name"))
                .containsExactly("河州日报/2026-02-03/1.txt", "河州日报/2026-02-03/二版.txt");
        JsonNode one = awaitState(taken.at("/files/0/href").asText(), "published");
        JsonNode two = awaitState(taken.at("/files/1/href").asText(), "published");
        assertThat(one.at("/pages/0/newspaper").asText()).isEqualTo("河州日报");
        assertThat(one.at("/pages/0/date").asText()).isEqualTo("2026-02-03");
        assertThat(one.at("/pages/0/page").asInt()).isEqualTo(7);
        assertThat(two.at("/pages/0/page").asInt()).isEqualTo(2);
        assertThat(names("/api/files?newspaper=河州日报&from=2026-02-03&to=2026-02-03"))
                .containsExactlyInAnyOrder("河州日报/2026-02-03/1.txt", "河州日报/2026-02-03/二版.txt");
        assertThat(names("/api/files?newspaper=河州日报&from=2026-02-04")).isEmpty();
        assertThat(names("/api/files?q=02-03/二版&state=published&state=indexed"))
                .containsExactly("河州日报/2026-02-03/二版.txt");
    }

    @Test
    void sameBytesAreADuplicateAndBadOnesAreRejectedWithTheirReason() throws Exception {
        awaitState(taken("/api/files?name=one.txt", HARBOUR + "重复\n"), "published");

        JsonNode duplicate =
                awaitState(taken("/api/files?name=other.txt", HARBOUR + "重复\n"), "duplicate");
        JsonNode rejected = awaitState(taken("/api/files?name=scan.pdf", "%PDF"), "rejected");

        assertThat(duplicate.get("duplicateOf").asText()).isEqualTo("one.txt");
        assertThat(rejected.get("reason").asText()).contains("Not an issue file");
        assertThat(rejected.get("reasonCode").asText()).isEqualTo("ending");
        assertThat(rejected.at("/reasonValues/0").asText()).isEqualTo(".txt, .md");
        byte[] kept = given().get("/api/files/" + rejected.get("id") + "/content").asByteArray();
        assertThat(kept).isEqualTo(bytes("%PDF"));
        given().get("/api/files/" + duplicate.get("id") + "/content").then().statusCode(404);
    }

    @Test
    void bytesAreKeptExactly() throws Exception {
        byte[] gbk = (HARBOUR + "字节\n").getBytes(Charset.forName("GB18030"));
        // What curl --data-binary says of its own accord.
        String type = "application/x-www-form-urlencoded";
        String href = send("/api/files?name=exact.txt", type, gbk).at("/files/0/href").asText();

        assertThat(awaitState(href, "published").get("charset").asText()).isEqualTo("GB18030");
        assertThat(given().get(href + "/content").asByteArray()).isEqualTo(gbk);
    }

    @Test
    void whatCannotBeTakenIsRefusedInWords() throws Exception {
        refused(post("/api/files?name=a.txt&date=someday", "x"), 400, "someday");
        refused(post("/api/files?name=../a.txt", "x"), 400, "'..' leads out");
        refused(post("/api/files?name=a//b.txt", "x"), 400, "empty part");
        refused(post("/api/files?name=" + "长".repeat(90) + ".txt", "x"), 400, "255 bytes");
        refused(post("/api/files?name=big.txt", "x".repeat(210_000)), 413, "drop.file-size-max");
        refused(post("/api/files?name=huge.txt", "x".repeat(1_100_000)), 413, "upload.size-max");
        refused(post("/api/files?name=line.txt", "x".repeat(150_001)), 413, "drop.line-length-max");
        refused(given().multiPart("date", "2026-01-01").post("/api/files"), 400, "curl -F");
        refused(
                given().multiPart("a", "1.txt", bytes("x"))
                        .multiPart("b", "2.txt", bytes("y"))
                        .multiPart("page", "3")
                        .post("/api/files"),
                400,
                "speak of one page");
        refused(
                given().multiPart("a", "same.txt", bytes("x"))
                        .multiPart("b", "same.txt", bytes("y"))
                        .post("/api/files"),
                400,
                "twice");
        given().get("/api/files/999999")
                .then()
                .statusCode(404)
                .body("detail", containsString("999999"));
        given().get("/api/files?state=lost")
                .then()
                .statusCode(400)
                .body("detail", containsString("received"));
        given().get("/api/files?from=yesterday").then().statusCode(400);
        try (Stream<Path> left = Files.list(spool)) {
            assertThat(left.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
        }
    }

    @Test
    void requestLargerThanTheServerTakesIsRefusedInWordsBeforeItIsSent() throws Exception {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(20_000);
            String head =
                    """
                    POST /api/files?name=giant.txt HTTP/1.1
                    Host: %s
                    Authorization: Bearer %s
                    Content-Type: text/plain
                    Content-Length: 5000000

                    """
                            .formatted(service.getAuthority(), TestKey.VALUE);
            socket.getOutputStream().write(bytes(head.replace("\n", "\r\n")));
            socket.getOutputStream().flush();

            // All of it can be read because the server ends the connection.
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 413")
                    .contains("application/problem+json")
                    .contains("5000000 bytes, more than 4194304")
                    .contains("quarkus.http.limits.max-body-size");
        }
    }

    @Test
    void uploadThatDoesNotTellItsLengthIsRefusedToo() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(service.resolve("/api/files?name=giant.txt"))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "text/plain")
                        .header("Authorization", "Bearer " + TestKey.VALUE)
                        .POST(
                                HttpRequest.BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(new byte[1_500_000])))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("upload.size-max");
        }
    }

    @Test
    void namesOfEveryKindAreKept() throws Exception {
        List<String> names =
                List.of(
                        "第一版 要闻.txt",
                        "emoji😀.txt",
                        "line\nbreak.txt",
                        "深/处/页.txt",
                        "quote'\"<b>%.txt",
                        "x".repeat(251) + ".txt");
        for (String name : names) {
            Response taken =
                    given().queryParam("name", name)
                            .contentType("text/plain; charset=UTF-8")
                            .body(bytes(HARBOUR + name + "\n"))
                            .post("/api/files");
            assertThat(taken.statusCode()).as(name + taken.asString()).isEqualTo(202);
            JsonNode detail = awaitState(taken.header("Location"), "published");
            assertThat(detail.get("name").asText()).isEqualTo(name);
        }
    }

    @Test
    void bodyWithoutATypeIsAFile() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(service.resolve("/api/files?name=untyped.txt"))
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "Bearer " + TestKey.VALUE)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes(HARBOUR + "无型\n")))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            awaitState(JSON.readTree(answer.body()).at("/files/0/href").asText(), "published");
        }
    }

    @Test
    void uploadHasAReceiptLikeADroppedFile() throws Exception {
        String stored = taken("/api/files?name=receipt.txt", HARBOUR + "收据\n");
        String rejected = taken("/api/files?name=receipt.pdf", "%PDF 收据");
        String article = awaitState(stored, "published").at("/pages/0/articles/0/id").asText();
        awaitState(rejected, "rejected");

        JsonNode receipt = json(stored + "/receipt");
        assertThat(receipt.get("became").asText()).isEqualTo("stored");
        assertThat(receipt.get("charset").asText()).isEqualTo("UTF-8");
        assertThat(receipt.at("/pages/0/articles/0/id").asText()).isEqualTo(article);
        assertThat(receipt.at("/pages/0/lines").asInt()).isEqualTo(4);
        assertThat(receipt.at("/pages/0/coverage").asDouble()).isBetween(0.5, 1.0);
        assertThat(receipt.get("millis").asLong()).isNotNegative();
        JsonNode refused = json(rejected + "/receipt");
        assertThat(refused.get("became").asText()).isEqualTo("rejected");
        assertThat(refused.get("reason").asText()).contains("Not an issue file");
        given().get("/api/files/999999/receipt").then().statusCode(404);
    }

    @Test
    void articleThatLiesWithTheDeadLettersIsToldWithTheReason() throws Exception {
        String href = taken("/api/files?name=dead.txt", HARBOUR + "死信\n");
        JsonNode published = awaitState(href, "published");
        String article = published.at("/pages/0/articles/0/id").asText();

        given().contentType("application/json")
                .body(Map.of(article, "field too long"))
                .put(indexService + "/dead");

        await().untilAsserted(() -> assertThat(json(href).get("articlesFailed").asInt()).isOne());
        assertThat(json(href).get("lastError").asText())
                .isEqualTo(article + ": refused: field too long");
        assertThat(json(href).at("/pages/0/articles/0/lastError").asText())
                .isEqualTo("refused: field too long");
        assertThat(json(href).at("/pages/0/articles/0/attempts").asInt()).isEqualTo(3);
        assertThat(json(href).get("state").asText()).isEqualTo("published");

        given().contentType("application/json").body("{}").put(indexService + "/dead");
        await().untilAsserted(() -> assertThat(json(href).has("lastError")).isFalse());
        searchesFindAllOf(published);
        awaitState(href, "indexed");
    }

    @Test
    void keyThatComesTooFastIsAskedToWait() {
        String key =
                given().contentType("application/json")
                        .body("{\"name\": \"hasty\", \"role\": \"drop\"}")
                        .post("/api/keys")
                        .jsonPath()
                        .getString("key");
        RestAssured.requestSpecification = null;
        Response answer;
        int requests = 0;
        do {
            answer = given().header("X-API-Key", key).post("/api/files?name=../a.txt");
            requests++;
        } while (answer.statusCode() == 400 && requests < 5_000);

        refused(answer, 429, "upload.requests-per-second");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(requests).isGreaterThan(200);
        TestKey.isSent();
        refused(post("/api/files?name=../a.txt", "x"), 400, "'..' leads out");
    }

    @Test
    void uploadsBeyondThoseThatMayComeAtOnceAreAskedToComeAgainAndNothingIsLost() throws Exception {
        List<SlowUpload> slow = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                slow.add(
                        new SlowUpload(
                                service, "slow-%d.txt".formatted(i), HARBOUR + "慢" + i + "\n"));
            }
            Response refused =
                    await().until(
                                    () -> {
                                        String name = "fast-%d.txt".formatted(taken.size());
                                        Response answer =
                                                post("/api/files?name=" + name, HARBOUR + name);
                                        if (answer.statusCode() == 202) {
                                            taken.add(answer.header("Location"));
                                        }
                                        return answer;
                                    },
                                    answer -> answer.statusCode() != 202);
            refused(refused, 429, "upload.concurrent-max");
            assertThat(refused.header("Retry-After")).isEqualTo("5");
            assertThat(names("/api/files?q=fast-")).hasSameSizeAs(taken);

            for (SlowUpload upload : slow) {
                assertThat(upload.answer()).startsWith("HTTP/1.1 202");
            }
            taken.add(taken("/api/files?name=fast-again.txt", HARBOUR + "又来\n"));
            for (String href : taken) {
                awaitState(href, "published");
            }
            await().untilAsserted(
                            () ->
                                    assertThat(names("/api/files?state=published&q=slow-"))
                                            .hasSize(4));
        } finally {
            for (SlowUpload upload : slow) {
                upload.close();
            }
        }
    }

    /// An upload that stops before its last byte until it is asked for its answer.
    private static final class SlowUpload implements AutoCloseable {
        private final Socket socket;
        private final byte[] body;

        SlowUpload(URI service, String name, String text) throws IOException {
            socket = new Socket(service.getHost(), service.getPort());
            body = bytes(text);
            String head =
                    """
                    POST /api/files?name=%s HTTP/1.1
                    Host: %s
                    Authorization: Bearer %s
                    Content-Type: text/plain
                    Content-Length: %d
                    Connection: close

                    """
                            .formatted(name, service.getAuthority(), TestKey.VALUE, body.length);
            OutputStream out = socket.getOutputStream();
            out.write(bytes(head.replace("\n", "\r\n")));
            out.write(body, 0, body.length - 1);
            out.flush();
        }

        /// @return the line that the answer begins with
        String answer() throws IOException {
            socket.getOutputStream().write(body, body.length - 1, 1);
            socket.getOutputStream().flush();
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void zipIsUnpackedAndItsPathsAreMetadata() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("2026-03-01/issue.yaml", bytes("edition: 早版\n"));
        files.put("2026-03-01/1.txt", bytes(HARBOUR + "压缩一\n"));
        files.put("2026-03-01/第二版.txt", bytes(HARBOUR + "压缩二\n"));
        files.put("2026-03-01/readme.doc", bytes("x"));
        files.put("__MACOSX/._1.txt", bytes("x"));

        Response taken =
                given().contentType("application/zip")
                        .body(zip(Charset.forName("GBK"), files))
                        .post("/api/files?name=兰州晚报.zip");

        assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(202);
        assertThat(taken.jsonPath().getList("files.name"))
                .containsExactly(
                        "兰州晚报.zip",
                        "兰州晚报/2026-03-01/1.txt",
                        "兰州晚报/2026-03-01/第二版.txt",
                        "兰州晚报/2026-03-01/readme.doc");
        JsonNode page = awaitState(taken.jsonPath().getString("files[2].href"), "published");
        assertThat(page.at("/pages/0/newspaper").asText()).isEqualTo("兰州晚报");
        assertThat(page.at("/pages/0/date").asText()).isEqualTo("2026-03-01");
        assertThat(page.at("/pages/0/page").asInt()).isEqualTo(2);
        assertThat(page.at("/pages/0/edition").asText()).isEqualTo("早版");
        String href = taken.jsonPath().getString("files[0].href");
        await().untilAsserted(
                        () ->
                                assertThat(json(href).at("/parts").toString())
                                        .isEqualTo("{\"published\":2,\"rejected\":1}"));

        JsonNode again =
                JSON.readTree(
                        given().contentType("application/zip")
                                .body(zip(Charset.forName("GBK"), files))
                                .post("/api/files?name=other.zip")
                                .asString());
        assertThat(again.at("/files/0/state").asText()).isEqualTo("duplicate");
        assertThat(again.get("files")).hasSize(1);
    }

    @Test
    void droppedZipIsUnpackedToo() throws Exception {
        Map<String, byte[]> files = Map.of("2026-03-02/4.txt", bytes(HARBOUR + "投递\n"));
        Path unfinished = folder.resolve(".西海都市报.zip");
        Files.write(unfinished, zip(StandardCharsets.UTF_8, files));
        Files.move(unfinished, folder.resolve("西海都市报.zip"));

        await().untilAsserted(
                        () ->
                                assertThat(names("/api/files?newspaper=西海都市报&state=published"))
                                        .containsExactly("西海都市报/2026-03-02/4.txt"));
        await().untilAsserted(() -> assertThat(folder.resolve("西海都市报.zip")).doesNotExist());

        Files.write(unfinished, bytes("PK no"));
        Files.move(unfinished, folder.resolve("broken.zip"));
        await().untilAsserted(
                        () ->
                                assertThat(folder.resolve("rejected/broken.zip.reason.txt"))
                                        .content()
                                        .contains("is no .zip"));
    }

    @Test
    void hostileZipsAreRefusedAndNothingOfThemIsKept() throws Exception {
        refusedZip(Map.of("../../etc/slip.txt", bytes("x")), 400, "leads out of its folder");
        refusedZip(Map.of("/slip.txt", bytes("x")), 400, "leads out of its folder");
        refusedZip(Map.of("bomb.txt", new byte[190_000]), 413, "upload.zip-ratio-max");
        refusedZip(Map.of("large.txt", new byte[300_000]), 413, "drop.file-size-max");
        refusedZip(Map.of(), 400, "there is no file in it");
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 21; i++) {
            many.put("slip" + i + ".txt", bytes("x"));
        }
        refusedZip(many, 413, "upload.zip-entries-max");
        refused(postZip(link()), 400, "is a link");
        refused(postZip(encrypted()), 400, "it is encrypted");
        refused(postZip(bytes("no zip")), 400, "is no .zip");
        byte[] cut = zip(StandardCharsets.UTF_8, Map.of("slip.txt", bytes(HARBOUR)));
        refused(postZip(java.util.Arrays.copyOf(cut, cut.length - 30)), 400, "is no .zip");

        assertThat(names("/api/files?q=hostile")).isEmpty();
        assertThat(names("/api/files?q=slip")).isEmpty();
    }

    @Test
    void zipInAZipIsNotOpened() throws Exception {
        byte[] inner = zip(StandardCharsets.UTF_8, Map.of("page.txt", bytes(HARBOUR)));
        Response taken = postZip(zip(StandardCharsets.UTF_8, Map.of("inner.zip", inner)));

        JsonNode rejected = awaitState(taken.jsonPath().getString("files[1].href"), "rejected");
        assertThat(rejected.get("reason").asText()).contains("Not an issue file");
    }

    @Test
    void changesAreToldAsTheyHappenAndToWhoComesAgain() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        List<String> places = new CopyOnWriteArrayList<>();
        List<String> again = new CopyOnWriteArrayList<>();
        String name = "told.txt";
        HttpClient client = HttpClient.newHttpClient();
        try {
            Thread.startVirtualThread(() -> listen(client, "", heard, places));
            await().until(() -> !heard.isEmpty());

            String href = taken("/api/files?name=" + name, HARBOUR + "流\n");
            searchesFindAllOf(awaitState(href, "published"));
            awaitState(href, "indexed");

            // States that follow each other at once may be told as one.
            await().untilAsserted(
                            () ->
                                    assertThat(states(heard, name))
                                            .endsWith("indexed")
                                            .doesNotHaveDuplicates()
                                            .isSubsetOf(
                                                    "received", "stored", "published", "indexed"));

            String before = places.getFirst();
            Thread.startVirtualThread(() -> listen(client, before, again, new ArrayList<>()));
            await().untilAsserted(() -> assertThat(states(again, name)).contains("indexed"));
        } finally {
            client.shutdownNow();
        }
    }

    private void listen(HttpClient client, String from, List<String> heard, List<String> places) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve("/api/files/events"));
        if (!from.isEmpty()) {
            request.header("Last-Event-ID", from);
        }
        try (Stream<String> lines =
                client.send(request.build(), HttpResponse.BodyHandlers.ofLines()).body()) {
            lines.forEach(
                    line -> {
                        if (line.startsWith("id:")) {
                            places.add(line.substring(3).strip());
                        }
                        heard.add(line);
                    });
        } catch (IOException | InterruptedException | java.io.UncheckedIOException e) {
            // The test has heard enough.
        }
    }

    private static List<String> states(List<String> heard, String name) throws IOException {
        List<String> states = new ArrayList<>();
        for (String line : heard) {
            if (line.startsWith("data:")) {
                JsonNode entry = JSON.readTree(line.substring(5));
                if (entry.get("name").asText().equals(name)) {
                    states.add(entry.get("state").asText());
                }
            }
        }
        return states;
    }

    private void searchesFindAllOf(JsonNode detail) {
        Map<String, Long> found = new LinkedHashMap<>();
        for (JsonNode page : detail.get("pages")) {
            for (JsonNode article : page.get("articles")) {
                found.put(article.get("id").asText(), article.get("revision").asLong());
            }
        }
        assertThat(found).isNotEmpty();
        given().contentType("application/json").body(found).put(indexService + "/found");
    }

    private static JsonNode awaitState(String href, String state) throws IOException {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(json(href).get("state").asText()).isEqualTo(state));
        return json(href);
    }

    private static JsonNode json(String href) throws IOException {
        return JSON.readTree(given().get(href).asString());
    }

    private static List<String> names(String address) {
        return given().get(address).jsonPath().getList("name");
    }

    private static String taken(String address, String body) {
        Response taken = post(address, body);
        assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(202);
        return taken.header("Location");
    }

    private static Response post(String address, String body) {
        return given().contentType("text/plain; charset=UTF-8").body(bytes(body)).post(address);
    }

    /// As curl sends it, byte for byte.
    private JsonNode send(String path, String type, byte[] body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(service.resolve(path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", type)
                        .header("Authorization", "Bearer " + TestKey.VALUE)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            return JSON.readTree(answer.body());
        }
    }

    private static String part(String name, String file, String content) {
        String named = file.isEmpty() ? "" : "; filename=\"" + file + "\"";
        return "--cut\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
                .formatted(name, named, content);
    }

    private static void refused(Response answer, int status, String words) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("detail", containsString(words));
    }

    private static void refusedZip(Map<String, byte[]> files, int status, String words)
            throws IOException {
        refused(postZip(zip(StandardCharsets.UTF_8, files)), status, words);
    }

    private static Response postZip(byte[] zip) {
        return given().contentType("application/zip").body(zip).post("/api/files?name=hostile.zip");
    }

    private static byte[] zip(Charset names, Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            zip.setEncoding(names.name());
            zip.setUseLanguageEncodingFlag(false);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipArchiveEntry entry = new ZipArchiveEntry(file.getKey());
                entry.setTime(SOME_TIME);
                zip.putArchiveEntry(entry);
                zip.write(file.getValue());
                zip.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    /// As an archive with a password says of itself: bit 0 of the flags of both headers.
    private static byte[] encrypted() throws IOException {
        byte[] zip = zip(StandardCharsets.UTF_8, Map.of("slip.txt", bytes(HARBOUR)));
        zip[6] |= 1;
        for (int i = 0; i < zip.length - 4; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                zip[i + 8] |= 1;
            }
        }
        return zip;
    }

    private static byte[] link() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            ZipArchiveEntry entry = new ZipArchiveEntry("slip.txt");
            entry.setUnixMode(UnixStat.LINK_FLAG | UnixStat.DEFAULT_LINK_PERM);
            zip.putArchiveEntry(entry);
            zip.write(bytes("/etc/passwd"));
            zip.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
