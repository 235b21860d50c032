package org.broadsheet.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Articles of the seeds as documents of the index, cut out by line numbers that a person has read
/// off the pages: what the search makes of them must not depend on the parser.
final class SeedArticles {
    private static final Path SEEDS = Path.of("../seeds");

    /// @param headlineLine 0 where the page prints none
    record SeedArticle(
            String id, String file, int headlineLine, String author, int first, int last) {
        String headline() {
            return headlineLine == 0
                    ? ""
                    : lines().get(headlineLine - 1).replace("## ", "").strip();
        }

        /// Lines joined to paragraphs at blank lines.
        String body() {
            String text = String.join("\n", lines().subList(first - 1, last)).strip();
            return text.replaceAll("(?<!\n)\n(?!\n)", "").replaceAll("\n+", "\n");
        }

        Map<String, Object> document() {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("id", id);
            document.put("revision", 1);
            document.put("withdrawn", false);
            document.put("kind", "article");
            document.put("file", file);
            document.put("pageId", file.substring(0, 3));
            document.put("position", first);
            document.put("authors", List.of(author));
            document.put("byline", List.of(Map.of("name", author)));
            document.put("reprintKey", id);
            document.put("body", body());
            if (headlineLine > 0) {
                document.put("headline", headline());
            }
            return document;
        }

        private List<String> lines() {
            try {
                return Files.readAllLines(SEEDS.resolve(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final String TABLE =
            """
            0-1 119 马会淋     24 117
            0-2   0 谢兵良    123 184
            0-3 279 刘佳越    187 277
            0-4   0 吕姝沂    283 325
            1-1  98 莎楚拉     11  96
            1-2 231 孙慧      102 146
            1-3   0 耿洪彬    150 228
            1-4   0 田长春    235 303
            2-1  90 郭东昕      9  88
            2-2   0 李娜       94 190
            2-3   0 冒小飞    196 260
            3-1   0 王玉琢      5 105
            3-2   0 陈春艳    111 174
            3-3   0 巴依斯古楞 180 389
            4-1   5 王丽曼      9  28
            4-2  31 佚名       33  57
            4-3  59 佚名       61  91
            4-4  93 佚名       95 101
            4-5 103 佚名      105 113
            """;

    private SeedArticles() {}

    static List<SeedArticle> all() {
        List<String> files = files();
        List<SeedArticle> articles = new ArrayList<>();
        for (String row : TABLE.lines().toList()) {
            String[] cells = row.strip().split("\\s+", -1);
            articles.add(
                    new SeedArticle(
                            "seed-" + cells[0],
                            files.get(Integer.parseInt(cells[0].substring(0, 1))),
                            Integer.parseInt(cells[1]),
                            cells[2],
                            Integer.parseInt(cells[3]),
                            Integer.parseInt(cells[4])));
        }
        return articles;
    }

    private static List<String> files() {
        try (Stream<Path> seeds = Files.list(SEEDS)) {
            return seeds.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
