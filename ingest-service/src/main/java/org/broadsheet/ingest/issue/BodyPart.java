package org.broadsheet.ingest.issue;

import java.util.List;

/// One unit of an article's body, in reading order. Sealed, so that whoever prints or indexes a
/// body decides about every sort of unit.
public sealed interface BodyPart {
    String text();

    /// Where the unit's lines stand, in reading order.
    List<LineSpan> lines();

    /// A paragraph, its printed lines joined.
    record Paragraph(String text, List<LineSpan> lines) implements BodyPart {
        public Paragraph {
            lines = List.copyOf(lines);
        }
    }

    /// A heading inside the body (小标题).
    record Subhead(String text, List<LineSpan> lines) implements BodyPart {
        public Subhead {
            lines = List.copyOf(lines);
        }
    }
}
