package org.broadsheet.e2e.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/// Prints pages and drops them: new ones, changed ones, ones that have lost an article, and now and
/// then something that is no page. Remembers the hash of everything it has dropped.
final class Press {
    /// Stands in every article, so that a search for it finds them all.
    static final String COMMON_WORD = "码头";

    private static final String[] REPORTERS = {"李明", "王小燕", "张伟", "陈静", "刘洋", "赵磊"};
    private static final String[] PLACES = {"江口", "北岸", "城东", "河西", "老街", "新港"};
    private static final String[] DEEDS = {"修好了吊车", "开了早市", "种下了新树", "搬进了新屋", "办起了学堂", "清完了河道"};
    private static final String[] DIGITS = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

    private final Path folder;
    private final RandomGenerator random;
    private final Set<String> dropped = ConcurrentHashMap.newKeySet();
    private final Map<String, List<String>> pages = new HashMap<>();
    private int printed;
    private int linesMin = 2;
    private int linesMax = 5;

    Press(Path folder, RandomGenerator random) {
        this.folder = folder;
        this.random = random;
    }

    /// SHA-256 of every file dropped so far.
    Set<String> dropped() {
        return Set.copyOf(dropped);
    }

    /// How many lines of some 35 characters an article has from now on.
    synchronized void articlesOf(int from, int below) {
        linesMin = from;
        linesMax = below;
    }

    /// Drops something, mostly a new page.
    synchronized void dropAny() throws IOException {
        double what = random.nextDouble();
        List<String> taken =
                pages.keySet().stream()
                        .filter(name -> !Files.exists(folder.resolve(name)))
                        .sorted()
                        .toList();
        if (what < 0.05) {
            drop("scan-" + ++printed + ".pdf", "%PDF " + printed);
        } else if (what < 0.30 && !taken.isEmpty()) {
            change(taken.get(random.nextInt(taken.size())));
        } else {
            dropNew();
        }
    }

    /// Drops this many files, mostly new pages.
    synchronized void drop(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            dropAny();
        }
    }

    /// Drops a page of several articles under a new name.
    synchronized String dropNew() throws IOException {
        String name = "page-" + ++printed + ".txt";
        List<String> articles = new ArrayList<>();
        int count = random.nextInt(4, 10);
        for (int i = 0; i < count; i++) {
            articles.add(article());
        }
        print(name, articles);
        return name;
    }

    /// The text of a page that nobody has had before, without dropping it.
    synchronized String page() {
        StringBuilder page = new StringBuilder();
        for (int i = random.nextInt(3, 6); i > 0; i--) {
            page.append(article()).append('\n');
        }
        return page.append(number(++printed)).append("号\n").toString();
    }

    synchronized void dropNew(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            dropNew();
        }
    }

    /// Another content under a name that was taken: an article changed, lost, or added.
    private void change(String name) throws IOException {
        List<String> articles = new ArrayList<>(pages.getOrDefault(name, List.of()));
        int place = random.nextInt(articles.size());
        switch (random.nextInt(3)) {
            case 0 -> articles.set(place, articles.get(place) + "后来又" + deed() + "。\n");
            case 1 -> articles.add(article());
            default -> {
                if (articles.size() > 1) {
                    articles.remove(place);
                } else {
                    articles.add(article());
                }
            }
        }
        print(name, articles);
    }

    private void print(String name, List<String> articles) throws IOException {
        pages.put(name, articles);
        drop(name, String.join("\n", articles) + "\n" + number(++printed) + "号\n");
    }

    private String article() {
        StringBuilder text = new StringBuilder();
        text.append("□本报记者 ").append(one(REPORTERS)).append('\n');
        for (int line = random.nextInt(linesMin, linesMax); line > 0; line--) {
            text.append(COMMON_WORD).append("旁的").append(one(PLACES)).append("第");
            text.append(number(random.nextInt(1_000_000))).append("户人家昨天").append(deed());
            text.append("，邻居们都来看。\n");
        }
        return text.toString();
    }

    private String deed() {
        return one(DEEDS);
    }

    private String one(String[] of) {
        return of[random.nextInt(of.length)];
    }

    private static String number(int number) {
        StringBuilder text = new StringBuilder();
        for (char digit : Integer.toString(number).toCharArray()) {
            text.append(DIGITS[digit - '0']);
        }
        return text.toString();
    }

    private void drop(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Path unfinished = folder.resolve("." + name);
        Files.write(unfinished, bytes);
        dropped.add(sha256(bytes));
        Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    static String sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
