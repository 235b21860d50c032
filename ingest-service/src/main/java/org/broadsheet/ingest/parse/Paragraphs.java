package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.ingest.issue.BodyPart;
import org.broadsheet.ingest.issue.LineSpan;

/// Joins the pieces of a story, in reading order, into the paragraphs that were printed. A piece
/// that stops in mid-sentence goes on in the next one, wherever that stands on the page; one that
/// ends a sentence goes on only where the next does not look like a beginning (a column end at a
/// full stop).
final class Paragraphs {
    private Paragraphs() {}

    static List<BodyPart> of(List<Block> body) {
        List<BodyPart> parts = new ArrayList<>();
        List<Line> paragraph = new ArrayList<>();
        boolean unfinished = false;
        for (Block block : body) {
            if (block instanceof Block.Prose prose) {
                boolean begins = !unfinished && prose.opens();
                if (!paragraph.isEmpty() && (begins || ListItem.begins(prose.text()))) {
                    parts.add(paragraph(paragraph));
                    paragraph = new ArrayList<>();
                }
                paragraph.addAll(prose.lines());
                unfinished = prose.isUnfinished();
            } else {
                if (!paragraph.isEmpty()) {
                    parts.add(paragraph(paragraph));
                    paragraph = new ArrayList<>();
                }
                if (block instanceof Block.Heading heading) {
                    parts.add(new BodyPart.Subhead(heading.text(), heading.spans()));
                }
            }
        }
        if (!paragraph.isEmpty()) {
            parts.add(paragraph(paragraph));
        }
        return parts;
    }

    private static BodyPart paragraph(List<Line> lines) {
        return new BodyPart.Paragraph(Joiner.join(lines), spans(lines));
    }

    /// The lines as few spans as their order allows.
    static List<LineSpan> spans(List<Line> lines) {
        List<LineSpan> spans = new ArrayList<>();
        for (Line line : lines) {
            LineSpan last = spans.isEmpty() ? null : spans.getLast();
            if (last != null && line.first() > last.last() && line.first() <= last.last() + 2) {
                boolean touching = line.first() == last.last() + 1 || line.blankBefore();
                if (touching) {
                    spans.set(spans.size() - 1, new LineSpan(last.first(), line.last()));
                    continue;
                }
            }
            spans.add(line.span());
        }
        return spans;
    }
}
