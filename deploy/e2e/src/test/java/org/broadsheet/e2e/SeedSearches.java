package org.broadsheet.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The table `relevance/seeds.txt`: articles by short names, and searches with those that must
/// lead.
///
/// @param articles words that stand in one article alone, by its name
/// @param searches names of the articles that must lead, by what is typed
record SeedSearches(Map<String, String> articles, Map<String, List<String>> searches) {

    static SeedSearches read() throws IOException {
        Map<String, String> articles = new LinkedHashMap<>();
        Map<String, List<String>> searches = new LinkedHashMap<>();
        for (String line : lines()) {
            List<String> cells = new ArrayList<>();
            for (String cell : line.split("\\|", -1)) {
                cells.add(cell.strip());
            }
            if (line.startsWith("@")) {
                articles.put(cells.get(0).substring(1).strip(), cells.get(2));
            } else {
                searches.put(cells.get(0), List.of(cells.get(1).split(" +", -1)));
            }
        }
        return new SeedSearches(articles, searches);
    }

    private static List<String> lines() throws IOException {
        try (InputStream file = SeedSearches.class.getResourceAsStream("/relevance/seeds.txt")) {
            if (file == null) {
                throw new IOException("relevance/seeds.txt is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
