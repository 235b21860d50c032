package org.broadsheet.benchmark.data;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What readers ask, made of the text of the real pages; the same in every run.
public final class Queries {
    private static final String[] NARROWED = {"&newspaper=河套日报", "&year=2000", "&sort=newest"};

    private Queries() {}

    /// Addresses of searches: of ten, three for a word, two for two words, one each for an exact
    /// phrase, a sentence, an author, a word within a newspaper, year or order, and everything.
    public static List<String> searches(RelaidPages pages, int count) {
        Random random = new Random(1);
        List<String> searches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            searches.add("/api/search?q=" + query(pages, random, i % 10));
        }
        return List.copyOf(searches);
    }

    private static String query(RelaidPages pages, Random random, int kind) {
        return switch (kind) {
            case 0, 1, 2 -> encoded(pages.phrase(random, 2 + random.nextInt(3)));
            case 3, 4 -> encoded(pages.phrase(random, 2) + " " + pages.phrase(random, 2));
            case 5 -> encoded('"' + pages.phrase(random, 5) + '"');
            case 6, 7 -> encoded(pages.phrase(random, 9));
            case 8 ->
                    random.nextBoolean()
                            ? encoded("作者:" + pages.name(random))
                            : encoded(pages.phrase(random, 2)) + narrowed(random);
            default -> narrowed(random);
        };
    }

    private static String narrowed(Random random) {
        String[] parts = NARROWED[random.nextInt(NARROWED.length)].split("=", -1);
        return parts[0] + "=" + encoded(parts[1]);
    }

    /// Addresses of suggestions, for what has been typed so far: characters or letters of pinyin.
    public static List<String> suggestions(RelaidPages pages, int count) {
        Random random = new Random(2);
        List<String> typed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            typed.add("/api/suggest?q=" + encoded(typed(pages, random)));
        }
        return List.copyOf(typed);
    }

    private static String typed(RelaidPages pages, Random random) {
        if (random.nextInt(3) > 0) {
            return pages.phrase(random, 1 + random.nextInt(3));
        }
        StringBuilder letters = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            letters.append("bcdfghjlmnqrstwxyz".charAt(random.nextInt(18)));
        }
        return letters.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
