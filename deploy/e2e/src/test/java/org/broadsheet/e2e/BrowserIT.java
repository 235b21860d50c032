package org.broadsheet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.broadsheet.e2e.Visitor.Manner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What readers and keepers do in a browser, on the whole line.
class BrowserIT {
    /// Of the 100,000 that a page may weigh, without what an earlier page has left in the cache:
    /// style sheet and scripts, 8,000 or so.
    private static final int BYTES_MAX = 90_000;

    private static final int COMPARING_MILLIS = 120_000;

    /// Of Cumulative Layout Shift, on a machine ten times slower. Web Vitals calls .1 good.
    private static final double SHIFT_MAX = 0.001;

    /// A busy machine takes its time from drop to hit; what is wrong stays wrong.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Site site = new Site("", Map.of());
    private static Chromium chromium;

    @BeforeAll
    static void open() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout((double) PATIENCE.toMillis());
        site = Site.started();
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static Visitor visitor(Manner manner) {
        return new Visitor(chromium.browser(), site, manner);
    }

    @Test
    void readerFindsAnArticleAndLeafsOn() {
        try (Visitor reader = visitor(Manner.DESKTOP)) {
            Page page = reader.page();
            reader.visit("home");
            // The seeds, which name no newspaper, have the other word.
            page.getByRole(AriaRole.COMBOBOX).fill("渡口 OR 党建");
            page.keyboard().press("Enter");

            page.locator("#newspaper a.value").filter(having(BorderDaily.NAME)).click();
            assertThat(page.locator(".limits")).containsText(BorderDaily.NAME);
            assertThat(page.locator(".hits em").first()).containsText("渡口");
            page.getByRole(AriaRole.LINK, named("最早在前")).click();
            assertThat(page.locator(".hits time").first()).hasText("2026年1月19日");

            page.locator(".hits h2 a").first().click();
            assertThat(page.locator(".citation")).containsText(BorderDaily.NAME + ", 2026-01-19");
            assertThat(page.locator(".address"))
                    .containsText(site.address() + "/articles/" + BorderDaily.NAME);
            page.getByRole(AriaRole.LINK, named("与原文逐行对照")).click();
            assertThat(page.locator(".run.mine .why").filter(having("标题 ·")))
                    .containsText("标题 · 原文标为标题");
            assertThat(page.locator(".run.furniture .why").first()).hasText("报眉");
            page.getByRole(AriaRole.LINK, named("看整版")).click();
            assertThat(page.locator(".run[class*=tint-] .why").first()).isVisible();
            assertThat(page.locator(".contents li")).hasCount(1);

            page.getByRole(AriaRole.LINK, named("2026年1月19日")).first().click();
            page.getByRole(AriaRole.LINK, named("下一期 →")).click();
            assertThat(page.locator("h1").last()).hasText("2026年1月20日");
            page.getByRole(AriaRole.LINK, named(BorderDaily.NAME)).first().click();
            assertThat(page.locator("td.gap")).hasText("28");
            assertThat(page.locator(".months td a")).hasCount(19);
            assertThat(reader.complaints()).isEmpty();
        }
    }

    @Test
    void facetsAndDaysNarrowAndAreLiftedAgain() {
        try (Visitor reader = visitor(Manner.DESKTOP)) {
            Page page = reader.page();
            reader.visit("/?newspaper=" + Site.encode(BorderDaily.NAME));
            String all = page.locator(".count").innerText();

            // Four weeks are shown by the day.
            assertThat(page.locator(".timeline a")).hasCount(19);
            page.locator(".timeline a").first().click();
            assertThat(page.locator(".limits")).containsText("2026年1月19日");
            page.locator(".limits a").first().click();
            assertThat(page.locator(".count")).hasText(all);

            Locator author = page.locator("#author li").filter(having(BorderDaily.AUTHOR));
            author.locator(".without").click();
            assertThat(page.locator(".limits .excluded")).containsText("不含");
            assertThat(page.locator(".hits")).not().containsText("本报记者 " + BorderDaily.AUTHOR);
            page.locator(".limits .clear").click();
            assertThat(page.locator(".limits")).hasCount(0);
        }
    }

    @Test
    void slipIsMendedAndAQuestionIsReadBack() {
        try (Visitor reader = visitor(Manner.DESKTOP)) {
            Page page = reader.page();
            // The word list behind it may still be in the making.
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(
                            () -> {
                                reader.visit("/?q=" + Site.encode("\"新质生产里\""));
                                assertThat(page.locator(".meant").count()).isPositive();
                            });
            page.locator(".meant a").filter(having("新质生产力")).first().click();
            assertThat(page.locator("#q")).hasValue("\"新质生产力\"");
            assertThat(page.locator(".hits em").first()).hasText("新质生产力");

            reader.visit("/?q=" + Site.encode("headline:渡口 OR author:" + BorderDaily.AUTHOR));
            assertThat(page.locator(".read").first())
                    .containsText("标题:渡口 OR 作者:" + BorderDaily.AUTHOR);
            assertThat(page.locator(".hits > li").first()).isVisible();
        }
    }

    @Test
    void pagingGoesOnAndBackByLinks() {
        try (Visitor reader = visitor(Manner.DESKTOP)) {
            Page page = reader.page();
            reader.visit("/?limit=5&sort=page&newspaper=" + Site.encode(BorderDaily.NAME));
            List<String> first = addresses(page);
            page.locator("a[rel=next]").last().click();
            assertThat(page.locator(".pager a[rel=prev]")).isVisible();
            List<String> second = addresses(page);
            assertThat(second).hasSize(5).doesNotContainAnyElementsOf(first);

            page.locator(".pager a[rel=prev]").click();
            assertThat(page.locator(".hits h2 a").first()).hasAttribute("href", first.getFirst());
            assertThat(addresses(page)).isEqualTo(first);
        }
    }

    private static List<String> addresses(Page page) {
        return page.locator(".hits h2 a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    @Test
    void keyboardAloneIsEnough() {
        try (Visitor reader = visitor(Manner.DESKTOP)) {
            Page page = reader.page();
            reader.visit("home");
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip")).isInViewport();
            tabTo(page, page.getByRole(AriaRole.COMBOBOX));

            page.keyboard().type("沈渡");
            Locator option = page.getByRole(AriaRole.OPTION, named(BorderDaily.AUTHOR, true));
            assertThat(option).isVisible();
            page.keyboard().press("ArrowDown");
            assertThat(page.getByRole(AriaRole.COMBOBOX)).hasValue(BorderDaily.AUTHOR);
            page.keyboard().press("Escape");
            assertThat(option).isHidden();
            assertThat(page.getByRole(AriaRole.COMBOBOX)).hasValue("沈渡");
            page.keyboard().type("川");
            page.keyboard().press("Enter");

            page.waitForURL("**/?q=*");
            Locator hit = page.locator(".hits h2 a").first();
            tabTo(page, hit);
            page.keyboard().press("Enter");
            page.waitForURL("**/articles/**");
            assertThat(page.locator("article.printed")).isVisible();
        }
    }

    private static void tabTo(Page page, Locator target) {
        for (int i = 0; i < 80; i++) {
            if (Boolean.TRUE.equals(
                    target.evaluate("element => element === document.activeElement"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the Tab key does not lead to " + target);
    }

    @Test
    void nothingNeedsAScript() throws Exception {
        try (Visitor keeper = visitor(Manner.WITHOUT_SCRIPT)) {
            Page page = keeper.page();
            keeper.visit("home");
            page.locator("#q").fill("老船夫 缆绳");
            page.locator(".search button").click();
            page.locator(".timeline a").first().click();
            page.locator(".hits h2 a").first().click();
            assertThat(page.locator("article.printed")).containsText("老船夫");

            keeper.comesWithKey();
            String sentence = "不用脚本的编辑也把稿子送到了。";
            page.locator("#upload").setInputFiles(file("无脚本.txt", sentence));
            page.locator(".upload button").click();
            // The page reloads itself until the file is through.
            assertThat(page.locator(".ledger .state.done")).containsText("可检索");
            page.locator(".ledger td a").first().click();

            page.locator("input[name=newspaper]").first().fill("无字报");
            page.locator("input[name=date]").first().fill("2026-03-04");
            page.locator("button[value=tell]").first().click();
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(
                            () -> {
                                page.reload();
                                assertThat(page.locator("main").innerText()).contains("无字报");
                                assertThat(page.locator("#state .state").innerText())
                                        .isEqualTo("可检索");
                            });
            keeper.visit("/newspapers/" + Site.encode("无字报") + "/2026-03-04");
            assertThat(page.locator(".contents")).containsText("不用脚本的编辑");
        }
    }

    @Test
    void deskIsLive() throws Exception {
        try (Visitor keeper = visitor(Manner.DESKTOP);
                Visitor onlooker = visitor(Manner.DESKTOP)) {
            onlooker.visit("/desk/files?q=" + Site.encode("现场"));
            assertThat(onlooker.page().locator(".note").first()).isVisible();
            onlooker.visit("desk");
            keeper.comesWithKey();

            keeper.page().locator("#upload").setInputFiles(file("现场.txt", "消息一到，桌上就亮了。"));
            keeper.page().locator(".upload button").click();

            assertThat(keeper.page().locator(".ledger .state.done")).containsText("可检索");
            assertThat(keeper.page().locator("#progress")).containsText("全部处理完毕");
            assertThat(onlooker.page().locator("#files")).containsText("现场.txt");
            assertThat(keeper.complaints()).isEmpty();
            assertThat(onlooker.complaints()).isEmpty();
        }
    }

    @Test
    void rejectedFileSaysWhyAndCanBeTriedAgain() throws Exception {
        Path drop = Deploy.home().resolve("drop");
        Path sidecar = drop.resolve("rejected/失期.txt.meta.yaml");
        Files.writeString(drop.resolve("失期.txt.meta.yaml"), "date: someday\n");
        Files.move(file("失期.txt", "日期写错了，稿子先退回来。"), drop.resolve("失期.txt"));
        try (Visitor keeper = visitor(Manner.DESKTOP);
                Visitor englishman = visitor(Manner.ENGLISH)) {
            Page page = keeper.page();
            keeper.comesWithKey();
            page.locator("#upload").setInputFiles(file("空白.txt", "  \n  \n"));
            page.locator(".upload button").click();
            assertThat(page.locator(".ledger .state.bad")).containsText("退稿");
            assertThat(page.locator(".reason")).containsText("文件里只有空行");
            page.locator(".ledger td a").first().click();
            page.waitForURL("**/desk/files/*");
            englishman.visit(page.url());
            assertThat(englishman.page().locator(".reason")).containsText("only blank lines");
            page.locator("button[value=again]").click();
            assertThat(page.locator("#state")).containsText("失败 2 次");

            page.locator("#upload").setInputFiles(file("空白.txt", "补上了正文，这回不再是空白。"));
            page.locator(".upload button").click();
            assertThat(page.locator(".ledger .state.done")).containsText("可检索");

            await().atMost(PATIENCE)
                    .until(() -> Files.exists(sidecar.resolveSibling("失期.txt.receipt.json")));
            keeper.visit("/desk/files?state=rejected&q=" + Site.encode("失期"));
            assertThat(page.locator(".ledger .reason")).containsText("日期“someday”看不懂");
            Files.writeString(sidecar, "date: 2026-03-05\n");
            page.locator("input[name=file]").check();
            page.locator("button[value=again]").click();
            assertThat(page.locator("#state .state.done")).containsText("可检索");
            assertThat(page.locator("#state")).containsText("2026年3月5日");
            assertThat(sidecar).doesNotExist();
        }
    }

    @Test
    void ledgerIsNarrowedAndManyFilesAreToldAtOnce() throws Exception {
        try (Visitor keeper = visitor(Manner.DESKTOP)) {
            Page page = keeper.page();
            keeper.comesWithKey();
            page.locator("#upload")
                    .setInputFiles(
                            new Path[] {
                                file("合订一.txt", "第一页说的是石阶上的青苔。"), file("合订二.txt", "第二页说的是屋檐下的燕子。")
                            });
            page.locator(".upload button").click();
            assertThat(page.locator(".ledger .state.done")).hasCount(2);

            keeper.visit("ledger");
            assertThat(page.locator("#files tr")).hasCount(38);
            page.locator("form[role=search] input[name=from]").fill("2026-01-19");
            page.locator("form[role=search] input[name=to]").fill("2026-01-20");
            page.locator("form[role=search] button").click();
            assertThat(page.locator("#files tr")).hasCount(4);
            page.locator("form[role=search] select[name=state]").selectOption("rejected");
            page.locator("form[role=search] button").click();
            assertThat(page.locator(".note")).hasText("没有这样的文件。");

            keeper.visit("/desk/files");
            page.locator("form[role=search] input[name=q]").fill("合订");
            page.locator("form[role=search] select[name=missing]").selectOption("newspaper");
            page.locator("form[role=search] button").click();
            assertThat(page.locator("#files tr")).hasCount(2);
            for (Locator box : page.locator("input[name=file]").all()) {
                box.check();
            }
            page.locator("fieldset input[name=newspaper]").fill("合订晚报");
            page.locator("fieldset input[name=date]").fill("2026-03-06");
            page.locator("button[value=tell]").click();
            keeper.visit("/desk/files?newspaper=" + Site.encode("合订晚报"));
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(
                            () -> {
                                page.reload();
                                assertThat(page.locator(".ledger .state.done").count())
                                        .isEqualTo(2);
                            });
            keeper.visit("/newspapers/" + Site.encode("合订晚报") + "/2026-03-06");
            assertThat(page.locator(".contents")).hasCount(2);
        }
    }

    @Test
    void deadLettersAreTriedAgainAndDiscarded() throws Exception {
        Mishaps.unreadableEvent("无法投递的信");
        try (Visitor keeper = visitor(Manner.DESKTOP)) {
            Page page = keeper.page();
            keeper.comesWithKey();
            Locator letter = page.locator(".ledger tr").filter(having("无法投递的信"));
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(
                            () -> {
                                keeper.visit("dead-letters");
                                assertThat(letter.count()).isPositive();
                            });
            assertThat(letter).containsText("字节起不是 JSON");
            letter.locator("input[name=letter]").check();
            page.locator("button[value=replay]").click();
            assertThat(page.locator(".note")).hasText("一件仍被拒绝。");
            assertThat(letter).containsText("失败 2 次");
            letter.locator("input[name=letter]").check();
            page.locator("button[value=discard]").click();
            assertThat(letter).hasCount(0);
        }
    }

    @Test
    void fileSetAsideIsToldUntilItIsTaken() throws Exception {
        try (Mishaps.Stranded stranded = new Mishaps.Stranded();
                Visitor keeper = visitor(Manner.DESKTOP)) {
            Locator aside =
                    keeper.page().locator("#aside tr").filter(having(Mishaps.Stranded.NAME));
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(
                            () -> {
                                keeper.visit("desk");
                                assertThat(aside.count()).isPositive();
                            });
            assertThat(aside.locator(".reason")).containsText("已有同名的东西");
            assertThat(aside.locator(".quoted")).containsText("rejected/搁浅");

            stranded.clear();
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(
                            () -> {
                                keeper.visit("desk");
                                assertThat(aside.count()).isZero();
                            });
            Locator rejected = keeper.page().locator("#files tr").filter(having("搁浅"));
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(
                            () -> {
                                keeper.visit("/desk/files?state=rejected&q=" + Site.encode("搁浅"));
                                assertThat(rejected.count()).isPositive();
                            });
            assertThat(rejected.first().locator(".reason")).containsText("不是报纸文本");
        }
    }

    @Test
    void keeperComparesEverythingAndSeesWhatParsingAgainWouldChange() throws Exception {
        try (Visitor keeper = visitor(Manner.DESKTOP)) {
            Page page = keeper.page();
            keeper.comesWithKey();
            keeper.visit("/desk/reconcile");
            page.locator("button[name=compare]")
                    .click(new Locator.ClickOptions().setTimeout(COMPARING_MILLIS));
            assertThat(page.getByRole(AriaRole.STATUS))
                    .isVisible(
                            new LocatorAssertions.IsVisibleOptions().setTimeout(COMPARING_MILLIS));
            assertThat(page.locator("main table").first().locator("tbody tr")).hasCount(4);

            String file = site.pages().getOrDefault("file", "");
            keeper.visit(file);
            page.getByRole(AriaRole.LINK, named("先看会改变什么")).click();
            assertThat(page.locator(".note")).hasText("重新解析不会改变任何文章。");

            // As a parser of long ago might have left it.
            assertThat(
                            archive(
                                    """
                                    update article set content_hash = 'of long ago', content =
                                      jsonb_set(content, '{deck}', '"很久以前的副题"')
                                    where id = (select max(a.id) from article a
                                      join page p on p.id = a.page_id where p.file_id = %s)
                                    """
                                            .formatted(file.replaceAll(".*/", ""))))
                    .isEqualTo(1);
            page.reload();
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(page.locator("tbody th")).hasText("副题");
            assertThat(page.locator("del.before")).hasText("很久以前的副题");
            assertThat(page.locator("ins.after")).hasText("");
            page.locator("button[value=again]").click();
            page.waitForURL("**" + file);
            // It is searchable all the time; that it was read again shows in there being no
            // difference.
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(
                            () -> {
                                keeper.visit(file + "/difference");
                                assertThat(page.locator("main").innerText())
                                        .contains("重新解析不会改变任何文章。");
                            });
            keeper.visit(file);
            assertThat(page.locator("#state .state.done")).containsText("可检索");
            assertThat(keeper.complaints()).isEmpty();
        }
    }

    /// @return how many rows it has changed
    private static int archive(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                Deploy.environment("QUARKUS_DATASOURCE_JDBC_URL"),
                                Deploy.environment("QUARKUS_DATASOURCE_USERNAME"),
                                Deploy.environment("QUARKUS_DATASOURCE_PASSWORD"));
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    @Test
    void nothingIsChangedWithoutAKey() {
        try (Visitor stranger = visitor(Manner.DESKTOP)) {
            Page page = stranger.page();
            stranger.visit("file");
            assertThat(page.locator("button[name=action]")).hasCount(0);
            stranger.visit("key");
            page.locator("input[name=key]").fill("not-a-key-at-all");
            page.locator("main button[type=submit]").click();
            assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        }
    }

    /// ingest-service has room for fifty who follow the desk.
    @Test
    void whoHasLeftTheDeskMakesRoomForOthers() throws Exception {
        // Who has left is missed at the next sign of life, five seconds later.
        ConditionFactory now = await().atMost(PATIENCE).pollDelay(Duration.ZERO);
        ConditionFactory later = await().atMost(PATIENCE).pollDelay(Duration.ofSeconds(12));
        for (ConditionFactory time : List.of(now, later)) {
            time.pollInterval(Duration.ofSeconds(12)).until(() -> followed(30) == 30);
        }
    }

    /// How many of those who come at the same time can follow the changes; then all of them leave.
    private static long followed(int readers) throws Exception {
        List<HttpResponse<InputStream>> streams = new ArrayList<>();
        for (int reader = 0; reader < readers; reader++) {
            streams.add(Http.stream(site.address() + "/desk/events"));
        }
        for (HttpResponse<InputStream> stream : streams) {
            stream.body().close();
        }
        return streams.stream().filter(stream -> stream.statusCode() == 200).count();
    }

    @Test
    void textFromFilesStaysText() {
        try (Visitor reader = visitor(Manner.DESKTOP)) {
            Page page = reader.page();
            String hit = "/?q=" + Site.encode("渡口夜谈") + "&newspaper=" + Site.encode("边城日报");
            reader.visit(hit);
            assertThat(page.locator(".hits h2").first()).hasText(BorderDaily.HOSTILE);
            page.locator(".hits h2 a").first().click();
            assertThat(page.locator("h1")).hasText(BorderDaily.HOSTILE);
            assertThat(page.locator(".body")).containsText("<b>抽烟</b>");
            reader.visit("page");
            assertThat(page.locator(".sheet")).containsText(BorderDaily.HOSTILE);
            assertThat(page.locator(".contents")).containsText(BorderDaily.HOSTILE);
            assertThat(page.title()).doesNotContain("broken");
            assertThat(reader.complaints()).isEmpty();
        }
    }

    @Test
    void pagesAreLightAndStillAndAskNobodyElse() throws Exception {
        List<String> faults = new ArrayList<>();
        try (Visitor reader = visitor(Manner.DESKTOP)) {
            reader.comesWithKey();
            reader.isSlower(10);
            for (String name : site.pages().keySet()) {
                Response answer = reader.visit(name);
                long bytes = reader.bytes();
                double shift = reader.shift();
                List<String> foreign =
                        reader.requests().stream()
                                .map(Request::url)
                                .filter(url -> !url.startsWith(site.address() + "/"))
                                .toList();
                if (bytes > BYTES_MAX || shift > SHIFT_MAX || !foreign.isEmpty()) {
                    faults.add(
                            "%s: %d bytes, shift %f%s, %s"
                                    .formatted(name, bytes, shift, reader.whatShifted(), foreign));
                }
                assertThat(answer.headerValue("Content-Security-Policy"))
                        .as(name)
                        .contains("default-src 'none'", "script-src 'self'")
                        .doesNotContain("unsafe");
            }
            assertThat(faults).isEmpty();
            List<String> unexpected =
                    reader.complaints().stream().filter(c -> !c.contains("404")).toList();
            assertThat(unexpected).isEmpty();
        }
    }

    enum Look {
        DESKTOP,
        PHONE,
        DARK,
        ENGLISH;

        Manner manner() {
            return switch (this) {
                case DESKTOP -> Manner.DESKTOP;
                case PHONE -> Manner.PHONE;
                case DARK -> Manner.DARK;
                case ENGLISH -> Manner.ENGLISH;
            };
        }
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void everyPageCanBeReadByAll(Look look) throws Exception {
        String axe = axe();
        List<String> faults = new ArrayList<>();
        try (Visitor reader = visitor(look.manner())) {
            faults.addAll(faults(reader, "key", axe));
            reader.comesWithKey();
            for (String name : site.pages().keySet()) {
                faults.addAll(faults(reader, name, axe));
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> faults(Visitor reader, String name, String axe) {
        List<String> faults = new ArrayList<>();
        reader.visit(name);
        reader.page().evaluate(axe);
        Object found =
                reader.page()
                        .evaluate(
                                """
                                async () => (await axe.run({runOnly:
                                    ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']}))
                                  .violations.flatMap(v => v.nodes.map(
                                    n => v.id + ' ' + n.html.slice(0, 120)
                                      + ' ' + n.failureSummary.slice(0, 200)))
                                """);
        ((List<?>) found).forEach(each -> faults.add(name + ": " + each));
        Object overflow =
                reader.page()
                        .evaluate(
                                "document.documentElement.scrollWidth -"
                                        + " document.documentElement.clientWidth");
        if (((Number) overflow).intValue() > 0) {
            faults.add(name + ": wider than the window by " + overflow);
        }
        return faults;
    }

    @Test
    void darkIsDarkAndEnglishIsEnglish() {
        try (Visitor reader = visitor(Manner.DARK)) {
            reader.visit("article");
            String colour =
                    (String)
                            reader.page()
                                    .evaluate("getComputedStyle(document.body).backgroundColor");
            assertThat(colour).isEqualTo("rgb(25, 23, 20)");
        }
        try (Visitor reader = visitor(Manner.ENGLISH)) {
            reader.visit("home");
            assertThat(reader.page().locator(".search button")).hasText("Search");
            reader.page().getByRole(AriaRole.LINK, named("中文")).click();
            assertThat(reader.page().locator(".search button")).hasText("检索");
        }
    }

    private static String axe() throws IOException {
        String path = "META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
        try (InputStream file =
                Objects.requireNonNull(
                        BrowserIT.class.getClassLoader().getResourceAsStream(path), path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Never the same bytes twice: those would be a duplicate.
    private static Path file(String name, String text) throws IOException {
        Path file = Files.createTempDirectory("browser-it").resolve(name);
        return Files.writeString(file, text.isBlank() ? text : text + UUID.randomUUID() + "\n");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions named(String name, boolean exactly) {
        return named(name).setExact(exactly);
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
