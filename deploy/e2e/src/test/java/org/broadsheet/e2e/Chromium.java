package org.broadsheet.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The machine's own Chromium under Playwright, which brings none along.
final class Chromium implements AutoCloseable {
    /// Names the browser where it is not found by itself.
    private static final String SETTING = "BROADSHEET_CHROMIUM";

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        Path program = program();
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(program)
                                        .setArgs(List.of("--disable-dev-shm-usage")));
    }

    Browser browser() {
        return browser;
    }

    private static Path program() {
        String named = System.getenv(SETTING);
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        String[] folders =
                Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin").split(":", -1);
        Optional<Path> found =
                NAMES.stream()
                        .flatMap(name -> Stream.of(folders).map(f -> Path.of(f, name)))
                        .filter(Files::isExecutable)
                        .findFirst();
        return found.orElseThrow(
                () ->
                        new IllegalStateException(
                                "The tests of the pages need Chromium, and none of "
                                        + NAMES
                                        + " is on the PATH. Install it (Debian: apt-get install"
                                        + " chromium fonts-noto-cjk), or name it in "
                                        + SETTING
                                        + "."));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
