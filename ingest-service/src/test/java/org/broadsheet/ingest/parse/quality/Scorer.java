package org.broadsheet.ingest.parse.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.broadsheet.ingest.issue.Furniture;
import org.broadsheet.ingest.parse.PageParser;
import org.broadsheet.ingest.parse.PageText;
import org.broadsheet.ingest.parse.ParsedPage;

/// Compares what the parser makes of a page with its annotation. Articles are matched one to one,
/// largest overlap of characters first.
final class Scorer {
    private final PageLines page;
    private final List<Scored> gold = new ArrayList<>();
    private final List<Scored> parsed = new ArrayList<>();
    private final Set<Integer> goldFurniture = new HashSet<>();
    private final Set<Integer> parsedFurniture = new HashSet<>();
    private final Set<Integer> unassigned = new HashSet<>();
    private final Figures figures = new Figures();

    private Scorer(String text, JsonNode annotation) {
        this.page = PageLines.of(text);
        annotation.get("articles").forEach(a -> gold.add(Scored.of(a, page)));
        annotation
                .path("furniture")
                .forEach(f -> goldFurniture.addAll(Scored.numbers(f.get("lines"))));
        unassigned.addAll(Scored.numbers(annotation.path("unassigned")));
        PageParser parser = new PageParser();
        for (PageText part : PageText.pagesOf(text)) {
            ParsedPage result = parser.parse(part);
            result.articles().forEach(a -> parsed.add(Scored.of(a, page)));
            for (Furniture item : result.furniture()) {
                parsedFurniture.addAll(Scored.numbers(item.lines()));
            }
        }
        goldFurniture.removeIf(n -> !page.hasText(n));
        parsedFurniture.removeIf(n -> !page.hasText(n));
    }

    static Figures score(String text, JsonNode annotation) {
        return new Scorer(text, annotation).score();
    }

    private Figures score() {
        grouping();
        Map<Scored, Scored> match = match();
        for (Scored wanted : gold) {
            Scored got = match.get(wanted);
            boolean right = got != null && Objects.equals(wanted.headline(), got.headline());
            figures.add("headline", right ? 1 : 0, 1, 1);
            fields(wanted, got == null ? Scored.NOTHING : got);
        }
        parsed.stream()
                .filter(got -> !match.containsValue(got))
                .forEach(got -> fields(Scored.NOTHING, got));
        Set<Integer> both = new HashSet<>(goldFurniture);
        both.retainAll(parsedFurniture);
        figures.add(
                "furniture",
                page.weight(both),
                page.weight(parsedFurniture),
                page.weight(goldFurniture));
        return figures;
    }

    private void grouping() {
        Map<Integer, Object> wanted = groups(gold, goldFurniture);
        Map<Integer, Object> got = groups(parsed, parsedFurniture);
        Map<Object, Integer> wantedWeight = new HashMap<>();
        Map<Object, Integer> gotWeight = new HashMap<>();
        Map<List<Object>, Integer> bothWeight = new HashMap<>();
        Set<Integer> lines = new HashSet<>(wanted.keySet());
        lines.removeAll(unassigned);
        for (int line : lines) {
            int weight = page.weight(line);
            Object group = got.computeIfAbsent(line, n -> "lost " + n);
            wantedWeight.merge(wanted.get(line), weight, Integer::sum);
            gotWeight.merge(group, weight, Integer::sum);
            bothWeight.merge(List.of(wanted.get(line), group), weight, Integer::sum);
        }
        double precision = 0;
        double recall = 0;
        double all = 0;
        for (int line : lines) {
            double weight = page.weight(line);
            double both = bothWeight.getOrDefault(List.of(wanted.get(line), got.get(line)), 0);
            precision += weight * both / gotWeight.getOrDefault(got.get(line), 1);
            recall += weight * both / wantedWeight.getOrDefault(wanted.get(line), 1);
            all += weight;
        }
        figures.addGrouping(all, precision, recall);
    }

    private static Map<Integer, Object> groups(List<Scored> articles, Set<Integer> furniture) {
        Map<Integer, Object> groups = new HashMap<>();
        for (int i = 0; i < articles.size(); i++) {
            for (int line : articles.get(i).lines()) {
                groups.putIfAbsent(line, i);
            }
        }
        furniture.forEach(line -> groups.putIfAbsent(line, "furniture"));
        return groups;
    }

    private record Pair(int weight, Scored wanted, Scored got) {}

    private Map<Scored, Scored> match() {
        List<Pair> pairs = new ArrayList<>();
        for (Scored wanted : gold) {
            for (Scored got : parsed) {
                Set<Integer> both = new HashSet<>(wanted.lines());
                both.retainAll(got.lines());
                pairs.add(new Pair(page.weight(both), wanted, got));
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::weight).reversed());
        Map<Scored, Scored> match = new HashMap<>();
        for (Pair pair : pairs) {
            if (pair.weight() > 0
                    && !match.containsKey(pair.wanted())
                    && !match.containsValue(pair.got())) {
                match.put(pair.wanted(), pair.got());
            }
        }
        return match;
    }

    private void claims(Scored wanted, Scored got) {
        got.confidence()
                .forEach(
                        (field, confidence) -> {
                            String want = wanted.single().get(field);
                            boolean right =
                                    switch (field) {
                                        case "headline" ->
                                                Objects.equals(wanted.headline(), got.headline());
                                        case "byline" -> wanted.byline().equals(got.byline());
                                        default -> Objects.equals(want, got.single().get(field));
                                    };
                            if (!"?".equals(want)) {
                                figures.claims().add(confidence, right);
                            }
                        });
    }

    private void fields(Scored wanted, Scored got) {
        claims(wanted, got);
        Set<String> people = new HashSet<>(wanted.byline());
        people.retainAll(got.byline());
        figures.add("byline", people.size(), got.byline().size(), wanted.byline().size());
        for (String field : Scored.SINGLE) {
            String want = wanted.single().get(field);
            String have = got.single().get(field);
            if (!"?".equals(want)) {
                boolean hit = want != null && want.equals(have);
                figures.add(field, hit ? 1 : 0, have == null ? 0 : 1, want == null ? 0 : 1);
            }
        }
        for (String field : Scored.MANY) {
            List<String> want = wanted.many().getOrDefault(field, List.of());
            List<String> have = got.many().getOrDefault(field, List.of());
            List<String> rest = new ArrayList<>(have);
            int hits = (int) want.stream().filter(rest::remove).count();
            figures.add(field, hits, have.size(), want.size());
        }
        figures.add(
                "order",
                common(wanted.body(), got.body()),
                page.weight(got.body()),
                page.weight(wanted.body()));
    }

    /// Weight of the longest common subsequence.
    private int common(List<Integer> wanted, List<Integer> got) {
        int[] best = new int[got.size() + 1];
        for (int line : wanted) {
            int diagonal = 0;
            for (int j = 1; j <= got.size(); j++) {
                int above = best[j];
                best[j] =
                        got.get(j - 1) == line
                                ? diagonal + page.weight(line)
                                : Math.max(best[j], best[j - 1]);
                diagonal = above;
            }
        }
        return best[got.size()];
    }
}
