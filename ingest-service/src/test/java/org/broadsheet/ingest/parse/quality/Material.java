package org.broadsheet.ingest.parse.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Articles to print practice pages with: those of the annotated seeds, taken apart.
///
/// @param headline empty where the seed has none
/// @param paragraphs running text, subheads left out
record Material(String headline, List<String> paragraphs) {
    /// All articles of an annotated page that have a body.
    static List<Material> of(JsonNode gold, List<String> lines) {
        List<Material> all = new ArrayList<>();
        for (JsonNode article : gold.get("articles")) {
            if (article.get("kind").asText().equals("article")) {
                JsonNode headline = article.get("headline");
                all.add(
                        new Material(
                                headline.isNull() ? "" : headline.asText(),
                                paragraphs(article, lines)));
            }
        }
        return all;
    }

    private static List<String> paragraphs(JsonNode article, List<String> lines) {
        Set<Integer> starts = new HashSet<>();
        article.get("paragraphStarts").forEach(n -> starts.add(n.asInt()));
        Set<Integer> subheads = new HashSet<>();
        for (JsonNode subhead : article.get("subheads")) {
            for (JsonNode span : subhead.get("lines")) {
                for (int n = span.get(0).asInt(); n <= span.get(1).asInt(); n++) {
                    subheads.add(n);
                }
            }
        }
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        for (JsonNode span : article.get("body")) {
            for (int n = span.get(0).asInt(); n <= span.get(1).asInt(); n++) {
                if (starts.contains(n) && !paragraph.isEmpty()) {
                    paragraphs.add(cleaned(paragraph));
                    paragraph.setLength(0);
                }
                if (!subheads.contains(n)) {
                    paragraph.append(closedUp(lines.get(n - 1).strip()));
                }
            }
        }
        if (!paragraph.isEmpty()) {
            paragraphs.add(cleaned(paragraph));
        }
        return paragraphs.stream().filter(p -> p.length() > 12).toList();
    }

    private static String closedUp(String line) {
        long spaces = line.chars().filter(c -> c == ' ').count();
        return spaces > 4 ? line.replace(" ", "") : line;
    }

    private static String cleaned(StringBuilder paragraph) {
        return paragraph
                .toString()
                .replaceAll("\\s*[（(]?转自《[^》]*》[）)]?$", "")
                .replaceAll("\\([\\p{IsHan}]{2,4}\\)$", "")
                .replaceAll("^[\\p{IsHan}]{2,4}讯 ", "");
    }
}
