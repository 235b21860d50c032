package org.broadsheet.e2e;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/// One reader with a browser, and what the browser was heard to say and seen to fetch.
final class Visitor implements AutoCloseable {
    private static final String SHIFTS =
            """
            window.shifted = 0;
            window.whatShifted = '';
            new PerformanceObserver(list => {
              for (const entry of list.getEntries()) {
                if (!entry.hadRecentInput) {
                  window.shifted += entry.value;
                  for (const {node} of entry.sources) {
                    window.whatShifted += ' ' + (node?.outerHTML ?? '').slice(0, 40).trim();
                  }
                }
              }
            }).observe({type: 'layout-shift', buffered: true});
            """;

    /// How somebody reads.
    record Manner(String language, int width, int height, ColorScheme colours, boolean scripts) {
        static final Manner DESKTOP = new Manner("zh-CN", 1280, 900, ColorScheme.LIGHT, true);
        static final Manner PHONE = new Manner("zh-CN", 390, 844, ColorScheme.LIGHT, true);
        static final Manner DARK = new Manner("zh-CN", 1280, 900, ColorScheme.DARK, true);
        static final Manner ENGLISH = new Manner("en-GB", 1280, 900, ColorScheme.LIGHT, true);
        static final Manner WITHOUT_SCRIPT =
                new Manner("zh-CN", 1280, 900, ColorScheme.LIGHT, false);
    }

    private final Site site;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>();
    private final List<Request> finished = new ArrayList<>();

    Visitor(Browser browser, Site site, Manner manner) {
        this.site = site;
        context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setBaseURL(site.address())
                                .setLocale(manner.language())
                                .setViewportSize(manner.width(), manner.height())
                                .setColorScheme(manner.colours())
                                .setJavaScriptEnabled(manner.scripts()));
        context.setDefaultTimeout(60_000);
        if (manner.scripts()) {
            context.addInitScript(SHIFTS);
        }
        page = context.newPage();
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")) {
                        complaints.add(message.text());
                    }
                });
        page.onPageError(complaints::add);
        page.onDialog(
                dialog -> {
                    complaints.add("a dialog: " + dialog.message());
                    dialog.dismiss();
                });
        page.onRequest(requests::add);
        page.onRequestFinished(finished::add);
    }

    Page page() {
        return page;
    }

    /// Goes to a page of the site by its name or its address.
    Response visit(String page) {
        requests.clear();
        finished.clear();
        Response response = page().navigate(site.pages().getOrDefault(page, page));
        page().waitForLoadState();
        return response;
    }

    /// From now on the reader's machine is some times slower. What comes late shows late there, and
    /// what it moves is seen to move.
    void isSlower(int times) {
        JsonObject rate = new JsonObject();
        rate.addProperty("rate", times);
        context.newCDPSession(page).send("Emulation.setCPUThrottlingRate", rate);
    }

    /// How far things jumped on the page that is shown (Cumulative Layout Shift, 0 is still).
    double shift() {
        return ((Number) page.evaluate("window.shifted")).doubleValue();
    }

    /// The beginnings of the elements that jumped.
    String whatShifted() {
        return (String) page.evaluate("window.whatShifted");
    }

    /// Shows the desk the key.
    void comesWithKey() throws java.io.IOException {
        visit("key");
        page.locator("input[name=key]").fill(Site.key());
        page.locator("main button[type=submit]").click();
        page.waitForURL("**/desk");
    }

    /// What went wrong in the browser: scripts that failed, things the policy forbade.
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /// What the page has fetched since [#visit].
    List<Request> requests() {
        return List.copyOf(requests);
    }

    /// How much has come of it, as it travelled, compressed. What has no end, as the stream of
    /// changes, and what was broken off does not count.
    long bytes() {
        return List.copyOf(finished).stream().mapToLong(r -> r.sizes().responseBodySize).sum();
    }

    @Override
    public void close() {
        context.close();
    }
}
