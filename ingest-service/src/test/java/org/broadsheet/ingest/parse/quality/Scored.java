package org.broadsheet.ingest.parse.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.broadsheet.ingest.issue.Article;
import org.broadsheet.ingest.issue.BodyPart;
import org.broadsheet.ingest.issue.Caption;
import org.broadsheet.ingest.issue.Contributor;
import org.broadsheet.ingest.issue.Found;
import org.broadsheet.ingest.issue.LineSpan;
import org.jspecify.annotations.Nullable;

/// One article as the scorer compares it, from an annotation or from the parser.
///
/// @param lines every non-blank line of the article
/// @param body its body lines in reading order
/// @param single fields with one value; a value of `?` is not scored
/// @param many fields with several values
/// @param confidence how sure the parser is of a field; empty for an annotation
record Scored(
        Set<Integer> lines,
        List<Integer> body,
        @Nullable String headline,
        Set<String> byline,
        Map<String, String> single,
        Map<String, List<String>> many,
        Map<String, Double> confidence) {
    static final List<String> SINGLE = List.of("kicker", "deck", "column", "source", "dateline");
    static final List<String> MANY = List.of("subhead", "caption", "paragraph");
    static final Scored NOTHING =
            new Scored(Set.of(), List.of(), null, Set.of(), Map.of(), Map.of(), Map.of());

    private static final List<String> LINE_FIELDS =
            List.of(
                    "headlineLines",
                    "kickerLines",
                    "deckLines",
                    "bylineLines",
                    "sourceLines",
                    "columnLines",
                    "creditLines",
                    "jumpLines",
                    "body");

    /// A signature or reprint note that stands on a paragraph's last line may be kept or cut.
    private static final Pattern TAIL =
            Pattern.compile("(\\([^()]{2,16}\\)|\\(?转自《[^》]+》\\)?|转自\\S{2,12}网站?)$");

    static Scored of(JsonNode article, PageLines page) {
        Set<Integer> lines = new TreeSet<>();
        LINE_FIELDS.forEach(field -> lines.addAll(numbers(article.path(field))));
        article.path("captions").forEach(c -> lines.addAll(numbers(c.path("lines"))));
        List<Integer> body = numbers(article.path("body")).stream().filter(page::hasText).toList();
        lines.removeIf(n -> !page.hasText(n));
        Map<String, String> single = new HashMap<>();
        SINGLE.forEach(field -> put(single, field, article.path(field).asText(null)));
        Set<Integer> starts = new HashSet<>();
        article.path("paragraphStarts").forEach(n -> starts.add(n.asInt()));
        Map<String, List<String>> many = new HashMap<>();
        many.put("subhead", texts(article.path("subheads")));
        many.put("caption", texts(article.path("captions")));
        many.put("paragraph", paragraphs(body, starts, page));
        Set<String> byline = new HashSet<>();
        article.path("byline").forEach(name -> byline.add(norm(name.asText())));
        return new Scored(
                lines,
                body,
                norm(article.path("headline").asText(null)),
                byline,
                single,
                many,
                Map.of());
    }

    static Scored of(Article article, PageLines page) {
        List<Integer> body =
                article.body().stream()
                        .flatMap(part -> numbers(part.lines()).stream())
                        .filter(page::hasText)
                        .toList();
        Set<Integer> lines = new TreeSet<>(numbers(article.lines()));
        lines.removeIf(n -> !page.hasText(n));
        Map<String, String> single = new HashMap<>();
        put(single, "kicker", value(article.kicker()));
        put(single, "deck", value(article.deck()));
        put(single, "column", value(article.column()));
        put(single, "source", value(article.source()));
        put(single, "dateline", value(article.dateline()));
        Map<String, List<String>> many = new HashMap<>();
        many.put(
                "subhead",
                article.body().stream()
                        .filter(BodyPart.Subhead.class::isInstance)
                        .map(part -> norm(part.text()))
                        .toList());
        many.put(
                "caption",
                article.captions().stream().map(Caption::text).map(Scored::norm).toList());
        many.put("paragraph", tailless(article.body().stream().map(BodyPart::text).toList()));
        Set<String> byline = new HashSet<>();
        if (article.byline() != null) {
            article.byline().value().stream()
                    .map(Contributor::name)
                    .forEach(n -> byline.add(norm(n)));
        }
        return new Scored(
                lines,
                body,
                norm(value(article.headline())),
                byline,
                single,
                many,
                confidence(article));
    }

    private static Map<String, Double> confidence(Article article) {
        Map<String, Double> confidence = new HashMap<>();
        put(confidence, "headline", article.headline());
        put(confidence, "kicker", article.kicker());
        put(confidence, "deck", article.deck());
        put(confidence, "column", article.column());
        put(confidence, "byline", article.byline());
        put(confidence, "source", article.source());
        put(confidence, "dateline", article.dateline());
        return confidence;
    }

    private static void put(Map<String, Double> map, String field, @Nullable Found<?> found) {
        if (found != null) {
            map.put(field, found.confidence());
        }
    }

    private static List<String> paragraphs(
            List<Integer> body, Set<Integer> starts, PageLines page) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        for (int line : body) {
            if (starts.contains(line) && !paragraph.isEmpty()) {
                paragraphs.add(paragraph.toString());
                paragraph.setLength(0);
            }
            paragraph.append(page.text(line));
        }
        paragraphs.add(paragraph.toString());
        return tailless(paragraphs);
    }

    private static List<String> tailless(List<String> paragraphs) {
        return paragraphs.stream()
                .map(p -> TAIL.matcher(norm(p) == null ? "" : norm(p)).replaceFirst(""))
                .filter(p -> !p.isEmpty())
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(
                item ->
                        texts.add(
                                norm(item.isObject() ? item.get("text").asText() : item.asText())));
        return texts;
    }

    private static void put(Map<String, String> map, String field, @Nullable String value) {
        String normal = norm(value);
        if (normal != null) {
            map.put(field, normal);
        }
    }

    private static @Nullable String value(@Nullable Found<String> found) {
        return found == null ? null : found.value();
    }

    /// Full and half width, quote marks and white space do not count; nothing is null.
    static @Nullable String norm(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String normal =
                Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .replace('“', '"')
                        .replace('”', '"')
                        .replace('‘', '\'')
                        .replace('’', '\'')
                        .replace('⋯', '…')
                        .replace("...", "…")
                        .replace("……", "…")
                        .replaceAll("[\\s\\p{Z}]", "");
        return normal.isEmpty() ? null : normal;
    }

    static List<Integer> numbers(JsonNode spans) {
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode span : spans) {
            int first = span.isArray() ? span.get(0).asInt() : span.asInt();
            int last = span.isArray() ? span.get(span.size() - 1).asInt() : first;
            for (int n = first; n <= last; n++) {
                numbers.add(n);
            }
        }
        return numbers;
    }

    static List<Integer> numbers(List<LineSpan> spans) {
        List<Integer> numbers = new ArrayList<>();
        for (LineSpan span : spans) {
            for (int n = span.first(); n <= span.last(); n++) {
                numbers.add(n);
            }
        }
        return numbers;
    }
}
