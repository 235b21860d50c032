package org.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;

/// The running site with something on every page.
record Site(String address, Map<String, String> pages) {
    static Site started() throws IOException, InterruptedException {
        Deploy.Outcome up = Deploy.run("up");
        assertThat(up.exitCode()).as(up.whole()).isZero();
        BorderDaily.isInTheArchive();
        return new Site(Deploy.address("query"), everyPage());
    }

    /// One address of every kind of page, by a name for it.
    private static Map<String, String> everyPage() throws IOException, InterruptedException {
        String newspaper = "/newspapers/" + encode(BorderDaily.NAME);
        JsonNode found =
                Http.search(
                        "石桥", "&newspaper=" + encode(BorderDaily.NAME) + "&sort=oldest&limit=1");
        String article = "/articles/" + encode(found.at("/hits/0/id").asText());
        long file =
                Http.json(
                                Deploy.address("ingest")
                                        + "/api/files?limit=1&newspaper="
                                        + encode(BorderDaily.NAME))
                        .at("/0/id")
                        .asLong();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "/");
        pages.put("search", "/?q=" + encode("渡口") + "&newspaper=" + encode(BorderDaily.NAME));
        pages.put("nothing", "/?q=" + encode("沧浪之水清兮可以濯") + "&author=" + encode("无此人"));
        pages.put("article", article);
        pages.put("rebuilt", article + "/rebuilt");
        pages.put("newspapers", "/newspapers");
        pages.put("calendar", newspaper + "?year=2026");
        pages.put("issue", newspaper + "/" + BorderDaily.FIRST);
        pages.put("page", newspaper + "/" + BorderDaily.FIRST + "/2");
        pages.put("tray", "/tray");
        pages.put("desk", "/desk");
        pages.put("key", "/desk/key");
        pages.put("ledger", "/desk/files?newspaper=" + encode(BorderDaily.NAME));
        pages.put("file", "/desk/files/" + file);
        pages.put("difference", "/desk/files/" + file + "/difference");
        pages.put("rejected", "/desk/files?state=rejected");
        pages.put("dead-letters", "/desk/dead-letters");
        pages.put("reconcile", "/desk/reconcile");
        pages.put("missing", "/articles/none");
        return pages;
    }

    /// The key that opens the desk.
    static String key() throws IOException {
        return Files.readString(Deploy.home().resolve("secrets/api-key")).strip();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
