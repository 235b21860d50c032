package org.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A user's way: up, drop, search, look, break, mend, down. One stack and one order, because each
/// step stands on the one before, as it does for a user.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeLineIT {
    private static final Path SEEDS = Deploy.REPOSITORY.resolve("seeds");
    private static final JsonMapper JSON = new JsonMapper();

    /// Characters without a figure or a stop between them: a phrase cut inside a number is no
    /// phrase.
    private static final Pattern PHRASE = Pattern.compile("\\p{IsHan}{8,12}");

    private static Deploy.Outcome firstUp = new Deploy.Outcome(-1, "", "");
    private static String scannersKey = "";

    private static final String TRACES = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static final String LOG_FORMAT = "LOG_FORMAT";
    private static TraceReceiver traces;
    private static Provider provider;

    @BeforeAll
    static void up() throws Exception {
        traces = new TraceReceiver();
        Deploy.set(TRACES, traces.address());
        Deploy.set(LOG_FORMAT, "json");
        provider = new Provider();
        provider.settings().forEach(Deploy::set);
        firstUp = Deploy.run("up");
        assertThat(firstUp.exitCode()).as(firstUp.whole()).isZero();
    }

    static Stream<Path> seeds() throws IOException {
        try (Stream<Path> files = Files.list(SEEDS)) {
            return files.sorted().toList().stream();
        }
    }

    @Test
    @Order(1)
    void upTellsWhereToGoAndItsCurlFindsSomething() throws Exception {
        assertThat(firstUp.output())
                .contains(Deploy.address("query"))
                .contains(Deploy.home().resolve("drop").toString())
                .contains("deploy/down");

        Matcher curl = Pattern.compile("(?m)^\\s*(curl .+)$").matcher(firstUp.output());
        assertThat(curl.find()).as(firstUp.whole()).isTrue();
        Deploy.Outcome answer = Deploy.shell(curl.group(1));

        assertThat(answer.exitCode()).as(answer.whole()).isZero();
        assertThat(JSON.readTree(answer.output()).get("total").asInt()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Order(2)
    void everyArticleOfASeedIsFoundByAPhraseOfItsBody(Path seed) throws Exception {
        List<String> phrases = new ArrayList<>();
        for (JsonNode article : parsed(seed).get("articles")) {
            article.get("paragraphs")
                    .valueStream()
                    .map(paragraph -> PHRASE.matcher(paragraph.asText()))
                    .filter(Matcher::find)
                    .findFirst()
                    .map(Matcher::group)
                    .ifPresent(phrases::add);
        }

        assertThat(phrases).hasSizeGreaterThanOrEqualTo(3);
        for (String phrase : phrases) {
            JsonNode answer = Http.search("\"" + phrase + "\"", "&limit=100&reprints=apart");
            List<String> files =
                    answer.get("hits").valueStream().map(h -> h.get("file").asText()).toList();
            assertThat(files).as(phrase).contains(seed.getFileName().toString());
        }
    }

    @Test
    @Order(3)
    void booksBalance() throws Exception {
        JsonNode ingest = Http.json(Deploy.address("ingest") + "/api/status");
        JsonNode index = Http.json(Deploy.address("index") + "/api/status");
        long stored = ingest.at("/articles/stored").asLong();
        JsonNode lines = ingest.get("lines");

        assertThat(stored).isPositive();
        assertThat(lines.get("total").asLong())
                .isPositive()
                .isEqualTo(nonBlankLinesOfSeeds())
                .isEqualTo(
                        lines.get("article").asLong()
                                + lines.get("furniture").asLong()
                                + lines.get("unplaced").asLong());
        assertThat(ingest.at("/outbox/unpublished").asLong()).isZero();
        assertThat(index.get("dead").asLong()).isZero();
        assertThat(index.get("documents").asLong()).isEqualTo(stored);
        assertThat(Http.search("", "").get("total").asLong()).isEqualTo(stored);
    }

    @Test
    @Order(4)
    void articleTellsTheLinesItWasBuiltFrom() throws Exception {
        JsonNode hit = Http.search("党建", "").get("hits").get(0);

        JsonNode article =
                Http.json(Deploy.address("query") + "/api/articles/" + hit.get("id").asText());

        assertThat(article.toString()).contains("\"lines\":[[");
        assertThat(Http.get(Deploy.address("query") + "/api/articles/no-such-article").statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(5)
    void searchPageShowsHits() throws Exception {
        var page = Http.get(Deploy.address("query") + "/?q=%E5%85%9A%E5%BB%BA");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<em>党建</em>");
    }

    @Test
    @Order(6)
    void changedSentenceUnderANewNameIsSoonSearchable() throws Exception {
        String sentence = "码头上的吊车在星期二夜里忽然唱起了歌。";
        Path seed = seeds().findFirst().orElseThrow();
        String text = Files.readString(seed).replaceFirst("(?s)。", "。" + sentence);
        Path drop = Deploy.home().resolve("drop");

        Files.writeString(drop.resolve("a new name.txt"), text);
        Instant dropped = Instant.now();

        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(
                        () ->
                                assertThat(Http.search("\"吊车在星期二夜里\"", "").get("total").asInt())
                                        .isEqualTo(1));
        System.out.printf(
                "dropped to searchable: %d ms%n",
                Duration.between(dropped, Instant.now()).toMillis());
        assertThat(drop.resolve("a new name.txt")).doesNotExist();
    }

    @Test
    @Order(6)
    void droppedByCommandIsFollowedUntilItIsSearchable() throws Exception {
        Path page = Files.createTempDirectory("broadsheet-page").resolve("第5版.txt");
        String text = "□本报记者 李明\n灯塔看守人昨夜数清了海湾里的每一盏渔火。\n渔民们都说数目不错。\n";
        Files.writeString(page, text);

        Deploy.Outcome drop =
                Deploy.run("drop", "--newspaper", "海湾日报", "--date", "2026-05-06", page.toString());

        assertThat(drop.exitCode()).as(drop.whole()).isZero();
        assertThat(drop.output())
                .containsPattern("海湾日报/2026-05-06/第5版.txt\\s+indexed\\s+1 article");
        assertThat(Http.search("\"海湾里的每一盏渔火\"", "").get("total").asInt()).isEqualTo(1);

        Deploy.Outcome again = Deploy.run("drop", "--newspaper", "海湾日报", page.toString());
        assertThat(again.output()).containsPattern("duplicate\\s+of 海湾日报/2026-05-06/第5版.txt");
        Files.writeString(page.resolveSibling("scan.pdf"), "%PDF");
        Deploy.Outcome bad = Deploy.run("drop", page.resolveSibling("scan.pdf").toString());
        assertThat(bad.exitCode()).as(bad.whole()).isEqualTo(1);
        assertThat(bad.output()).contains("Not an issue file");
    }

    @Test
    @Order(6)
    void keyOpensWhatWritesUntilItIsRevoked() throws Exception {
        Deploy.Outcome made = Deploy.run("apikey", "scanner");
        assertThat(made.exitCode()).as(made.whole()).isZero();
        assertThat(made.output().strip()).matches("bs_[0-9a-f]{12}_[A-Za-z0-9_-]{43}");

        Deploy.Outcome list = Deploy.run("apikey");
        assertThat(list.output()).contains("scanner").doesNotContain(made.output().strip());
        scannersKey = made.output().strip();
        Path page = Files.createTempFile("keyed", ".txt");
        Files.writeString(page, "□本报记者 李明\n守夜人说钥匙从不写在日志里。\n");
        Deploy.Outcome sent =
                Deploy.shell(
                        "curl -s -H 'Authorization: Bearer %s' --data-binary @%s '%s/api/files?name=keyed.txt'"
                                .formatted(scannersKey, page, Deploy.address("ingest")));
        assertThat(sent.output()).contains("/api/files/");
        String id = made.output().split("_", 3)[1];
        assertThat(Deploy.run("apikey", "--revoke", id).exitCode()).isZero();
        assertThat(Deploy.run("apikey", "--revoke", id).exitCode()).isEqualTo(1);
    }

    @Test
    @Order(6)
    void keeperSignsInUploadsIsRenewedAndSignsOut() throws Exception {
        try (Account keeper = new Account()) {
            assertThat(keeper.get("/desk/key").body()).contains("href=\"/desk/sign-in\"");
            var sent = keeper.get("/desk/sign-in?lang=zh");
            assertThat(Account.target(sent)).startsWith(provider.address());
            assertThat(Account.parameters(Account.target(sent)))
                    .containsEntry("redirect_uri", Deploy.address("query") + "/desk/sign-in")
                    .containsEntry("code_challenge_method", "S256")
                    .containsKeys("code_challenge", "state", "nonce");
            var back = keeper.signIn(sent, "staff", "broadsheet-drop");
            var session = keeper.get(Account.target(back));
            assertThat(Account.cookiesSet(session))
                    .isNotEmpty()
                    .allSatisfy(
                            cookie ->
                                    assertThat(cookie)
                                            .contains("HTTPOnly", "SameSite=Lax", "Path=/desk"));
            var desk = keeper.follow(session);
            assertThat(desk.uri()).hasToString(Deploy.address("query") + "/desk?lang=zh");

            var upload = keeper.upload("signed in.txt", "□本报记者 李明\n领航员把灯塔的钥匙交给了账号。\n");
            assertThat(Account.target(upload)).contains("/desk/uploads/");
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () ->
                                    assertThat(
                                                    Http.search("\"灯塔的钥匙交给了账号\"", "")
                                                            .get("total")
                                                            .asInt())
                                            .isEqualTo(1));
            String id = Account.target(upload).replaceFirst(".*/", "");
            var withdrawal = keeper.post("/desk/files", Map.of("file", id, "action", "withdraw"));
            assertThat(withdrawal.statusCode()).as(withdrawal.body()).isEqualTo(403);

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () ->
                                    assertThat(Account.cookiesSet(keeper.get("/desk/key")))
                                            .isNotEmpty());
            var renewed = keeper.upload("renewed.txt", "□本报记者 李明\n领航员换了一把新的钥匙。\n");
            assertThat(Account.target(renewed)).contains("/desk/uploads/");

            assertThat(keeper.get("/desk/key").body()).contains("href=\"/desk/sign-out\"");
            var out = keeper.get("/desk/sign-out");
            assertThat(Account.parameters(Account.target(out)))
                    .containsEntry(
                            "post_logout_redirect_uri", Deploy.address("query") + "/desk/key")
                    .containsKey("id_token_hint");
            assertThat(keeper.follow(out).uri().getPath()).isEqualTo("/desk/key");
            assertThat(Account.target(keeper.upload("out.txt", "x"))).endsWith("/desk/key");
        }
    }

    @Test
    @Order(6)
    void nobodyIsSignedInByAForgedReturnOrWithoutARole() throws Exception {
        try (Account keeper = new Account();
                Account other = new Account()) {
            var wrong = "/desk/key?wrong=sign-in";
            assertThat(Account.target(other.get("/desk/sign-in?code=any&state=any")))
                    .endsWith(wrong);
            String back = Account.target(keeper.signIn(keeper.get("/desk/sign-in"), "staff"));
            assertThat(Account.target(other.get(back))).endsWith(wrong);
            assertThat(other.get("/desk/sign-in").statusCode()).isEqualTo(302);
            assertThat(Account.target(other.get(back))).endsWith(wrong);

            var refused = keeper.follow(keeper.get(back));
            assertThat(refused.uri().toString()).endsWith("/desk/key?wrong=account");
            assertThat(refused.body()).contains("broadsheet-manage").contains("/desk/sign-out");
            assertThat(keeper.upload("refused.txt", "x").statusCode()).isEqualTo(401);
        }
    }

    @Test
    @Order(6)
    void tokenOpensWhatItsRoleSaysAndABadOneNothing() throws Exception {
        assertThat(statusOfKeys(provider.token("broadsheet-manage"))).isEqualTo(200);
        assertThat(statusOfKeys(provider.token("broadsheet-drop"))).isEqualTo(403);
        assertThat(statusOfKeys(provider.token("another"))).isEqualTo(401);
        assertThat(statusOfKeys(Site.key())).isEqualTo(200);
        for (Map.Entry<String, String> bad : provider.badTokens().entrySet()) {
            assertThat(statusOfKeys(bad.getValue())).as(bad.getKey()).isEqualTo(401);
        }
    }

    /// What is answered to who wants to see the keys.
    private static int statusOfKeys(String bearer) throws IOException, InterruptedException {
        return Http.get(Deploy.address("ingest") + "/api/keys", bearer).statusCode();
    }

    @Test
    @Order(7)
    void badFileIsRejectedWithItsReason() throws Exception {
        Path drop = Deploy.home().resolve("drop");
        Files.write(drop.resolve("scan.pdf"), new byte[] {'%', 'P', 'D', 'F'});

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(drop.resolve("rejected/scan.pdf.reason.txt"))
                                        .content()
                                        .contains("Not an issue file"));
    }

    @Test
    @Order(7)
    void archiveAndIndexAgreeAfterRepublishingAndReindexing() throws Exception {
        long total = Http.search("", "").get("total").asLong();

        Deploy.Outcome republish = Deploy.run("republish", "--file", "a new name.txt");
        assertThat(republish.exitCode()).as(republish.whole()).isZero();
        assertThat(republish.output()).containsPattern("[1-9][0-9]* articles are on their way");
        Deploy.Outcome dryRun = Deploy.run("reparse", "--dry-run");
        assertThat(dryRun.exitCode()).as(dryRun.whole()).isZero();
        assertThat(dryRun.output()).containsPattern("0 of [1-9][0-9]* files would change");
        Deploy.Outcome reparse = Deploy.run("reparse");
        assertThat(reparse.exitCode()).as(reparse.whole()).isZero();
        Deploy.Outcome reindex = Deploy.run("reindex");
        assertThat(reindex.exitCode()).as(reindex.whole()).isZero();
        assertThat(reindex.output()).contains(total + " documents");

        Deploy.Outcome reconcile = Deploy.run("reconcile");
        assertThat(reconcile.exitCode()).as(reconcile.whole()).isZero();
        assertThat(reconcile.output()).contains(total + " articles, 0 differences.");
        assertThat(Http.get(Deploy.address("ingest") + "/q/metrics").body())
                .contains("broadsheet_reconcile_differences{place=\"disk\"} 0.0")
                .contains("broadsheet_reconcile_differences{place=\"index\"} 0.0")
                .containsPattern("broadsheet_reconcile_age_seconds [0-9]");
        assertThat(Http.search("", "").get("total").asLong()).isEqualTo(total);
        Deploy.Outcome rollback = Deploy.run("reindex", "--rollback");
        assertThat(rollback.exitCode()).as(rollback.whole()).isZero();
        Deploy.Outcome dropOld = Deploy.run("reindex", "--drop-old");
        assertThat(dropOld.output()).contains("Deleted: articles-");
        assertThat(Http.search("", "").get("total").asLong()).isEqualTo(total);
    }

    @Test
    @Order(7)
    void thereAreNoDeadLetters() throws Exception {
        Deploy.Outcome list = Deploy.run("dead-letters");
        assertThat(list.exitCode()).as(list.whole()).isZero();
        assertThat(list.output()).contains("No dead letters.");
        assertThat(Deploy.run("dead-letters", "0123").exitCode()).isEqualTo(1);
    }

    @Test
    @Order(7)
    void oneTraceFollowsAFileFromTheFolderIntoTheIndex() {
        List<List<String>> way =
                List.of(
                        List.of("ingest-service", "receive", "file"),
                        List.of("ingest-service", "parse", "file"),
                        List.of("ingest-service", "store", "file"),
                        List.of("ingest-service", "publish broadsheet.articles.v1", "store"),
                        List.of(
                                "index-service",
                                "process broadsheet.articles.v1",
                                "publish broadsheet.articles.v1"),
                        List.of("index-service", "bulk index", "process broadsheet.articles.v1"));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(TraceReceiver.steps(traces.ofFile("a new name.txt")))
                                        .containsAll(way));
    }

    @Test
    @Order(7)
    void logsAreJsonAndTellOfFilesAndArticlesButNotTheirText() throws Exception {
        String trace = traces.ofFile("a new name.txt").getFirst().trace();
        List<JsonNode> stored = new ArrayList<>();
        for (String service : List.of("ingest-service", "index-service", "query-service")) {
            List<JsonNode> lines = jsonLines(service);
            assertThat(lines).allSatisfy(line -> assertThat(line.has("@timestamp")).isTrue());
            assertThat(lines.getLast().get("service.name").asText()).isEqualTo(service);
            lines.stream()
                    .filter(line -> line.at("/labels/file").asText().equals("a new name.txt"))
                    .filter(line -> line.get("message").asText().startsWith("file stored"))
                    .forEach(stored::add);
            assertThat(lines.toString()).doesNotContain("吊车在星期二夜里");
        }

        assertThat(stored).hasSize(1);
        assertThat(stored.getFirst().get("trace.id").asText()).isEqualTo(trace);
        assertThat(stored.getFirst().at("/labels/articles").asText()).isNotBlank();
    }

    @Test
    @Order(7)
    void metricsAreThoseThatDocumentationBoardAndAlertsName() throws Exception {
        Exposition told = Exposition.ofRunningServices();
        var documented = Observability.metrics();

        assertThat(told.kinds().keySet()).isEqualTo(documented.keySet());
        documented.forEach(
                (name, metric) ->
                        assertThat(metric.kind()).as(name).isEqualTo(told.kinds().get(name)));
        assertThat(told.samples()).containsAll(Observability.asked());
        documented.forEach(
                (name, metric) -> {
                    for (String value : told.labels(name)) {
                        assertThat(metric.meaning()).as(name).contains("`" + value + "`");
                    }
                });
        assertThat(Http.get(Deploy.address("ingest") + "/q/metrics").body())
                .containsPattern("broadsheet_freshness_seconds_count [1-9]");
    }

    @Test
    @Order(8)
    void secondUpChangesNothing() throws Exception {
        List<String> before = runs();

        Deploy.Outcome again = Deploy.run("up");

        assertThat(again.exitCode()).as(again.whole()).isZero();
        assertThat(again.output()).contains("already");
        assertThat(runs()).isEqualTo(before);
    }

    @Test
    @Order(9)
    void killedServiceIsNamedAndUpMendsIt() throws Exception {
        kill("index-service");

        Deploy.Outcome broken = Deploy.run("status");
        assertThat(broken.exitCode()).as(broken.whole()).isEqualTo(1);
        assertThat(broken.output()).containsPattern("index-service\\s+.*killed");

        Deploy.Outcome mended = Deploy.run("up");
        assertThat(mended.exitCode()).as(mended.whole()).isZero();
        Deploy.Outcome status = Deploy.run("status");
        assertThat(status.exitCode()).as(status.whole()).isZero();
    }

    @Test
    @Order(10)
    void downStopsAllAndTheArchiveSurvives() throws Exception {
        long total = Http.search("", "").get("total").asLong();

        Deploy.Outcome down = Deploy.run("down");
        assertThat(down.exitCode()).as(down.whole()).isZero();
        assertThat(Deploy.run("status").exitCode()).isEqualTo(1);
        Deploy.Outcome downAgain = Deploy.run("down");
        assertThat(downAgain.exitCode()).as(downAgain.whole()).isZero();

        Deploy.unset(TRACES);
        Deploy.unset(LOG_FORMAT);
        traces.close();
        String token = provider.token("broadsheet-manage");
        provider.settings().keySet().forEach(Deploy::unset);
        Deploy.Outcome up = Deploy.run("up");
        assertThat(up.exitCode()).as(up.whole()).isZero();
        assertThat(statusOfKeys(token)).isEqualTo(401);
        assertThat(Http.get(Deploy.address("query") + "/desk/sign-in").statusCode()).isEqualTo(404);
        provider.close();
        assertThat(Http.search("", "").get("total").asLong()).isEqualTo(total);
    }

    @Test
    @Order(11)
    void noSecretStandsInALog() throws Exception {
        List<String> secrets = new ArrayList<>(List.of(scannersKey, provider.secret(), "eyJ"));
        try (Stream<Path> files = Files.list(Deploy.home().resolve("secrets"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                secrets.add(Files.readString(file).strip());
            }
        }
        assertThat(secrets).hasSizeGreaterThanOrEqualTo(5);
        try (Stream<Path> files = Files.list(Deploy.home().resolve("logs"))) {
            List<Path> logs = files.filter(Files::isRegularFile).toList();
            assertThat(logs).hasSizeGreaterThanOrEqualTo(6);
            for (Path log : logs) {
                assertThat(Files.readString(log, StandardCharsets.ISO_8859_1))
                        .as(log.toString())
                        .doesNotContain(secrets);
            }
        }
    }

    /// What a service has logged since it began its work.
    private static List<JsonNode> jsonLines(String service) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(Deploy.home().resolve("logs/" + service + ".log"))) {
            if (!lines.isEmpty() || line.startsWith("{")) {
                lines.add(JSON.readTree(line));
            }
        }
        assertThat(lines).as(service).isNotEmpty();
        return lines;
    }

    @Test
    @Order(12)
    void backupBringsEveryArticleBackAfterAllIsLost() throws Exception {
        List<String> before = articleIds();
        Path backup = Files.createTempDirectory("broadsheet-backup").resolve("archive.zip");
        Deploy.Outcome written = Deploy.run("backup", backup.toString());
        assertThat(written.exitCode()).as(written.whole()).isZero();
        Deploy.Outcome again = Deploy.run("backup", backup.toString());
        assertThat(again.exitCode()).as(again.whole()).isEqualTo(1);
        Deploy.Outcome over = Deploy.run("restore", backup.toString());
        assertThat(over.exitCode()).as(over.whole()).isEqualTo(1);
        assertThat(over.errors()).contains("not empty");

        assertThat(Deploy.run("down").exitCode()).isZero();
        delete(Deploy.home().resolve("data"));
        Deploy.Outcome up = Deploy.run("up", "--no-seeds");
        assertThat(up.exitCode()).as(up.whole()).isZero();
        Deploy.Outcome restored = Deploy.run("restore", backup.toString());

        assertThat(restored.exitCode()).as(restored.whole()).isZero();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(articleIds()).isEqualTo(before));
        Deploy.Outcome reconcile = Deploy.run("reconcile");
        assertThat(reconcile.exitCode()).as(reconcile.whole()).isZero();
        assertThat(reconcile.output()).contains(before.size() + " articles, 0 differences.");
    }

    private static List<String> articleIds() throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        JsonNode answer = Http.search("", "&limit=100&reprints=apart");
        answer.get("hits").valueStream().map(hit -> hit.get("id").asText()).forEach(ids::add);
        assertThat(ids).isNotEmpty().hasSize(answer.get("total").asInt());
        return ids.stream().sorted().toList();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static JsonNode parsed(Path seed) throws IOException, InterruptedException {
        Deploy.Outcome outcome = Deploy.run("parse", seed.toString());
        assertThat(outcome.exitCode()).as(outcome.whole()).isZero();
        return JSON.readTree(outcome.output());
    }

    private static long nonBlankLinesOfSeeds() throws IOException {
        long count = 0;
        for (Path seed : seeds().toList()) {
            count += Files.readAllLines(seed).stream().filter(line -> !line.isBlank()).count();
        }
        return count;
    }

    /// Which process each part of the stack is now.
    private static List<String> runs() throws IOException {
        List<String> runs = new ArrayList<>();
        try (Stream<Path> files = Files.list(Deploy.home().resolve("run"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".properties")).sorted().toList()) {
                runs.add(file.getFileName() + " " + pid(file));
            }
        }
        assertThat(runs).hasSizeGreaterThanOrEqualTo(6);
        return runs;
    }

    private static void kill(String service) throws IOException {
        long pid = pid(Deploy.home().resolve("run").resolve(service + ".properties"));
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        await().until(() -> !process.isAlive());
    }

    private static long pid(Path run) throws IOException {
        Matcher pid = Pattern.compile("(?m)^pid=(\\d+)$").matcher(Files.readString(run));
        assertThat(pid.find()).as(run.toString()).isTrue();
        return Long.parseLong(pid.group(1));
    }
}
