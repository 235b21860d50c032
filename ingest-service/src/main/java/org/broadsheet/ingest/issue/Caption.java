package org.broadsheet.ingest.issue;

import java.util.List;

/// The text under an illustration.
///
/// @param photographers names without role words; empty where the print names nobody
public record Caption(String text, List<String> photographers, List<LineSpan> lines) {
    public Caption {
        photographers = List.copyOf(photographers);
        lines = List.copyOf(lines);
    }
}
