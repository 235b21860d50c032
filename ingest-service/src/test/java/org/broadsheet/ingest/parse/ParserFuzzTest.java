package org.broadsheet.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Spoils real pages in the ways that extraction does, and in worse ones, and checks that nothing
/// is lost or invented. The seed and number of pages can be given, for a long run: `mvn -pl
/// ingest-service test -Dtest=ParserFuzzTest -Dfuzz.pages=100000 -Dfuzz.seed=7`.
class ParserFuzzTest {
    private static final int PAGES = Integer.getInteger("fuzz.pages", 300);
    private static final long SEED = Long.getLong("fuzz.seed", 20261121L);
    private static final int LINES_MAX = 400;

    @Test
    void nothingIsLostOrInventedOnASpoiledPage() throws IOException {
        List<List<String>> originals = originals();
        long slowest = 0;
        String slowestPage = "";
        for (int number = 0; number < PAGES; number++) {
            long seed = SEED + number;
            PageText page = new PageText(spoiled(originals, new Random(seed)), 1);
            long started = System.nanoTime();
            ParsedPage parsed = parse(page, seed);
            long took = System.nanoTime() - started;
            if (took > slowest && number > PAGES / 10) {
                slowest = took;
                slowestPage = page.lines().size() + " lines, -Dfuzz.seed=" + seed;
            }
            check(page, parsed, seed);
        }
        System.out.printf(
                "%d spoiled pages, nothing lost or invented; the slowest took %.1f ms (%s)%n",
                PAGES, slowest / 1e6, slowestPage);
    }

    private static ParsedPage parse(PageText page, long seed) {
        try {
            return new PageParser().parse(page);
        } catch (RuntimeException e) {
            throw new AssertionError("page of -Dfuzz.pages=1 -Dfuzz.seed=" + seed, e);
        }
    }

    private static void check(PageText page, ParsedPage parsed, long seed) {
        try {
            PageInvariants.check(page, parsed);
        } catch (AssertionError e) {
            throw new AssertionError("page of -Dfuzz.pages=1 -Dfuzz.seed=" + seed, e);
        }
    }

    private static List<List<String>> originals() throws IOException {
        List<List<String>> pages = new ArrayList<>();
        try (var files = Files.list(Path.of("../seeds"))) {
            for (Path file : files.sorted().toList()) {
                pages.add(Files.readString(file).lines().toList());
            }
        }
        assertThat(pages).isNotEmpty();
        return pages;
    }

    private static List<String> spoiled(List<List<String>> originals, Random random) {
        List<String> page = new ArrayList<>(any(originals, random));
        int from = random.nextInt(page.size());
        page =
                new ArrayList<>(
                        page.subList(
                                from, Math.min(page.size(), from + 1 + random.nextInt(LINES_MAX))));
        int changes = 1 + random.nextInt(30);
        for (int i = 0; i < changes && !page.isEmpty(); i++) {
            change(page, originals, random);
        }
        return page;
    }

    private static void change(List<String> page, List<List<String>> originals, Random random) {
        int at = random.nextInt(page.size());
        String line = page.get(at);
        int cut = line.isEmpty() ? 0 : random.nextInt(line.length() + 1);
        switch (random.nextInt(13)) {
            case 0 -> page.remove(at);
            case 1 -> page.add(at, line);
            case 2 -> page.add(at, " \u3000".repeat(random.nextInt(3)));
            case 3 -> page.add(at, any(any(originals, random), random));
            case 4 -> Collections.swap(page, at, random.nextInt(page.size()));
            case 5 -> page.set(at, line + line);
            case 6 -> page.set(at, String.join(" ", line.split("", -1)));
            case 7 -> {
                page.set(at, line.substring(0, cut));
                page.add(at + 1, line.substring(cut));
            }
            case 8 -> page.set(at, line.substring(0, cut) + wild(random) + line.substring(cut));
            case 9 -> page.set(at, "\u3000\u3000" + line);
            case 10 -> Collections.rotate(page.subList(0, at), random.nextInt(10));
            case 11 -> page.removeIf(String::isBlank);
            case 12 -> {
                page.remove(at);
                line.codePoints().forEach(c -> page.add(at, Character.toString(c)));
            }
            default -> throw new AssertionError("no such change");
        }
    }

    /// A few characters of any kind, halves of surrogate pairs among them, but no line ends.
    private static String wild(Random random) {
        StringBuilder wild = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            char c = (char) random.nextInt(random.nextBoolean() ? 0x10000 : 0x80);
            wild.append(c == '\n' || c == '\r' || c == '\f' ? ' ' : c);
        }
        return wild.toString();
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
