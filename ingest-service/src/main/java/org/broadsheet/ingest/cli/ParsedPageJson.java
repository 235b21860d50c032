package org.broadsheet.ingest.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.broadsheet.ingest.issue.Article;
import org.broadsheet.ingest.issue.BodyPart;
import org.broadsheet.ingest.issue.Caption;
import org.broadsheet.ingest.issue.Contributor;
import org.broadsheet.ingest.issue.Diagnostic;
import org.broadsheet.ingest.issue.Found;
import org.broadsheet.ingest.issue.Furniture;
import org.broadsheet.ingest.issue.LineSpan;
import org.broadsheet.ingest.issue.Repair;
import org.broadsheet.ingest.parse.ParsedPage;
import org.jspecify.annotations.Nullable;

/// Writes the pages of a file as one JSON object in the form that the quality scorer reads: plain
/// values first, then `found` with each field's lines, confidence and method.
final class ParsedPageJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ParsedPageJson() {}

    static String write(String file, List<ParsedPage> pages) {
        ObjectNode root = JSON.createObjectNode().put("file", file);
        ArrayNode articles = root.putArray("articles");
        ArrayNode furniture = root.putArray("furniture");
        ArrayNode unplaced = root.putArray("unplaced");
        ArrayNode repairs = root.putArray("repairs");
        ArrayNode diagnostics = root.putArray("diagnostics");
        ArrayNode furnitureItems = root.putArray("furnitureItems");
        for (ParsedPage page : pages) {
            page.articles().forEach(a -> articles.add(article(a)));
            for (Furniture item : page.furniture()) {
                spans(furniture, item.lines());
                ObjectNode node = furnitureItems.addObject();
                node.put("text", item.text()).put("what", item.what());
                spans(node.putArray("lines"), item.lines());
            }
            spans(unplaced, page.unplaced());
            page.repairs().forEach(r -> repairs.add(repair(r)));
            page.diagnostics().forEach(d -> diagnostics.add(diagnostic(d)));
        }
        return root.toString();
    }

    private static ObjectNode article(Article article) {
        ObjectNode node = JSON.createObjectNode();
        node.put("kind", article.kind().name().toLowerCase(Locale.ROOT));
        node.put("headline", value(article.headline()));
        node.put("kicker", value(article.kicker()));
        node.put("deck", value(article.deck()));
        ArrayNode byline = node.putArray("byline");
        if (article.byline() != null) {
            article.byline().value().stream().map(Contributor::name).forEach(byline::add);
        }
        node.put("dateline", value(article.dateline()));
        node.put("source", value(article.source()));
        node.put("column", value(article.column()));
        node.put("credit", value(article.credit()));
        node.put("continuedFrom", value(article.continuedFrom()));
        node.put("continuedTo", value(article.continuedTo()));
        body(node, article.body());
        ArrayNode captions = node.putArray("captions");
        article.captions().forEach(c -> captions.add(caption(c)));
        spans(node.putArray("lines"), article.lines());
        found(node.putObject("found"), article);
        return node;
    }

    private static void body(ObjectNode node, List<BodyPart> body) {
        ArrayNode subheads = node.putArray("subheads");
        ArrayNode paragraphs = node.putArray("paragraphs");
        ArrayNode bodyLines = node.putArray("bodyLines");
        for (BodyPart part : body) {
            if (part instanceof BodyPart.Subhead) {
                subheads.add(part.text());
            }
            paragraphs.add(part.text());
            spans(bodyLines, part.lines());
        }
    }

    private static ObjectNode caption(Caption caption) {
        ObjectNode node = JSON.createObjectNode().put("text", caption.text());
        ArrayNode photographers = node.putArray("photographer");
        caption.photographers().forEach(photographers::add);
        spans(node.putArray("lines"), caption.lines());
        return node;
    }

    private static void found(ObjectNode node, Article article) {
        found(node, "column", article.column());
        found(node, "kicker", article.kicker());
        found(node, "headline", article.headline());
        found(node, "deck", article.deck());
        found(node, "dateline", article.dateline());
        found(node, "source", article.source());
        found(node, "credit", article.credit());
        found(node, "continuedFrom", article.continuedFrom());
        found(node, "continuedTo", article.continuedTo());
        Found<List<Contributor>> byline = article.byline();
        found(node, "byline", byline);
        if (byline != null) {
            ArrayNode people = ((ObjectNode) node.get("byline")).putArray("people");
            for (Contributor person : byline.value()) {
                people.addObject().put("name", person.name()).put("role", person.role());
            }
        }
    }

    private static void found(ObjectNode node, String field, @Nullable Found<?> found) {
        if (found != null) {
            ObjectNode detail = node.putObject(field);
            spans(detail.putArray("lines"), found.lines());
            detail.put("confidence", found.confidence()).put("method", found.method());
        }
    }

    private static ObjectNode repair(Repair repair) {
        ObjectNode node = JSON.createObjectNode().put("what", repair.what());
        spans(node.putArray("lines"), List.of(repair.lines()));
        return node.put("raw", repair.raw()).put("repaired", repair.repaired());
    }

    private static ObjectNode diagnostic(Diagnostic diagnostic) {
        ObjectNode node = JSON.createObjectNode().put("code", diagnostic.code());
        spans(node.putArray("lines"), List.of(diagnostic.lines()));
        return node.put("message", diagnostic.message());
    }

    private static <T> @Nullable T value(@Nullable Found<T> found) {
        return found == null ? null : found.value();
    }

    private static void spans(ArrayNode target, List<LineSpan> spans) {
        spans.forEach(s -> target.addArray().add(s.first()).add(s.last()));
    }
}
