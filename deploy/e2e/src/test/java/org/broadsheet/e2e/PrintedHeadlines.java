package org.broadsheet.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Headlines as people read them off the seeds and the typeset pages, with the lines of their
/// articles: the annotations that the parser is measured against.
final class PrintedHeadlines {
    private static final Path INGEST =
            Deploy.REPOSITORY.resolve("ingest-service/src/test/resources");
    private static final Path SEEDS = Deploy.REPOSITORY.resolve("seeds");

    /// Shorter ones name a sort of text (Briefly, 启事), not an article.
    private static final int LETTERS_MIN = 4;

    private PrintedHeadlines() {}

    /// Where a headline is printed.
    ///
    /// @param body numbers of the lines of its article's body
    record Place(String file, Set<Integer> body) {}

    /// The files of the seeds.
    static List<Path> seeds() throws IOException {
        return files(SEEDS);
    }

    /// The typeset pages, both halves.
    static List<Path> typeset() throws IOException {
        List<Path> pages = new ArrayList<>(files(INGEST.resolve("typeset/tuned-on/pages")));
        pages.addAll(files(INGEST.resolve("typeset/held-out/pages")));
        return pages;
    }

    /// Places by headline, an article that several pages carry under one headline.
    static Map<String, List<Place>> read() throws IOException {
        List<Path> annotations = new ArrayList<>(files(INGEST.resolve("gold")));
        annotations.addAll(files(INGEST.resolve("typeset/tuned-on/gold")));
        annotations.addAll(files(INGEST.resolve("typeset/held-out/gold")));
        Map<String, List<Place>> headlines = new LinkedHashMap<>();
        for (Path annotation : annotations) {
            JsonNode page = new JsonMapper().readTree(Files.readString(annotation));
            for (JsonNode article : page.get("articles")) {
                String headline = article.path("headline").asText("");
                if (article.path("kind").asText().equals("article")
                        && letters(headline).length() >= LETTERS_MIN) {
                    String file = page.get("file").asText();
                    headlines
                            .computeIfAbsent(headline, _ -> new ArrayList<>())
                            .add(new Place(file, lines(article.get("body"))));
                }
            }
        }
        return headlines;
    }

    /// What two printings of a headline have in common.
    static String letters(String headline) {
        return headline.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /// The numbers of the lines in spans of first and last.
    static Set<Integer> lines(JsonNode spans) {
        Set<Integer> lines = new HashSet<>();
        for (JsonNode span : spans) {
            for (int line = span.get(0).asInt(); line <= span.get(1).asInt(); line++) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
