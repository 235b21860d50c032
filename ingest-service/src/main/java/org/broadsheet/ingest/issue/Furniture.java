package org.broadsheet.ingest.issue;

import java.util.List;

/// What a page prints that belongs to no article: masthead, folio, page name, editor on duty.
///
/// @param what which sort it is, in a word or two ("editor on duty", "page name", "column")
public record Furniture(String text, String what, List<LineSpan> lines) {
    public Furniture {
        lines = List.copyOf(lines);
    }
}
