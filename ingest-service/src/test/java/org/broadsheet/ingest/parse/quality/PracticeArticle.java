package org.broadsheet.ingest.parse.quality;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// The truth about one article of a practice page, in the form of the annotations.
final class PracticeArticle {
    private final ObjectNode truth = JsonNodeFactory.instance.objectNode();

    PracticeArticle(String kind) {
        truth.put("kind", kind);
        for (String field :
                List.of("headline", "kicker", "deck", "dateline", "source", "column", "credit")) {
            truth.putNull(field);
        }
        for (String field :
                List.of(
                        "headlineLines",
                        "kickerLines",
                        "deckLines",
                        "byline",
                        "bylineLines",
                        "sourceLines",
                        "columnLines",
                        "creditLines",
                        "jumpLines",
                        "subheads",
                        "body",
                        "paragraphStarts",
                        "captions")) {
            truth.putArray(field);
        }
    }

    ObjectNode truth() {
        return truth;
    }

    void field(String name, String value) {
        truth.put(name, value);
    }

    void fieldLine(String name, int line) {
        ((ArrayNode) truth.get(name)).addArray().add(line).add(line);
    }

    void person(String name) {
        ((ArrayNode) truth.get("byline")).add(name);
    }

    void bodyLine(int line, boolean startsParagraph) {
        fieldLine("body", line);
        if (startsParagraph) {
            ((ArrayNode) truth.get("paragraphStarts")).add(line);
        }
    }

    void subhead(String text, int line) {
        ObjectNode subhead = ((ArrayNode) truth.get("subheads")).addObject();
        subhead.put("text", text).putArray("lines").addArray().add(line).add(line);
        bodyLine(line, true);
    }

    void caption(String text, List<String> photographers, List<Integer> lines) {
        ObjectNode caption = ((ArrayNode) truth.get("captions")).addObject();
        caption.put("text", text);
        ArrayNode names = caption.putArray("photographer");
        photographers.forEach(names::add);
        ArrayNode spans = caption.putArray("lines");
        lines.forEach(n -> spans.addArray().add(n).add(n));
    }
}
