package org.broadsheet.query.article;

import java.util.List;

/// The text under an illustration, who took it and the lines it stands on.
public record Caption(String text, List<String> photographers, List<LineSpan> lines) {
    public Caption {
        photographers = List.copyOf(photographers);
        lines = List.copyOf(lines);
    }
}
