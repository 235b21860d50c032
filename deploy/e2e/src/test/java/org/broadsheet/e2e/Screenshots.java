package org.broadsheet.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.broadsheet.e2e.Visitor.Manner;
import org.junit.jupiter.api.Test;

/// Makes pictures of every page in every look; `deploy/screenshots` runs it.
class Screenshots {
    private static final Path FOLDER =
            Path.of(System.getProperty("screenshots.folder", "target/screenshots"));

    private static final Map<String, Manner> LOOKS =
            Map.of(
                    "desktop", Manner.DESKTOP,
                    "phone", Manner.PHONE,
                    "dark", Manner.DARK,
                    "english", Manner.ENGLISH,
                    "without-script", Manner.WITHOUT_SCRIPT);

    @Test
    void ofEveryPage() throws Exception {
        Files.createDirectories(FOLDER);
        Site site = Site.started();
        Path blank = Deploy.home().resolve("drop/空白.txt");
        Files.writeString(blank, " \n \n");
        Mishaps.unreadableEvent("无法投递的信");
        try (Mishaps.Stranded _ = new Mishaps.Stranded();
                Chromium chromium = new Chromium()) {
            for (Map.Entry<String, Manner> look : LOOKS.entrySet()) {
                try (Visitor visitor = new Visitor(chromium.browser(), site, look.getValue())) {
                    visitor.visit("key");
                    shoot(visitor.page(), "key-form-" + look.getKey());
                    visitor.visit("desk");
                    shoot(visitor.page(), "desk-keyless-" + look.getKey());
                    visitor.comesWithKey();
                    for (String name : site.pages().keySet()) {
                        visitor.visit(name);
                        shoot(visitor.page(), name + "-" + look.getKey());
                    }
                    visitor.visit("/desk/reconcile?compare=1");
                    shoot(visitor.page(), "reconciled-" + look.getKey());
                    visitor.page()
                            .emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                    visitor.visit("article");
                    shoot(visitor.page(), "article-" + look.getKey() + "-print");
                }
            }
        }
    }

    private static void shoot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(FOLDER.resolve(name + ".png"))
                        .setFullPage(true));
    }
}
