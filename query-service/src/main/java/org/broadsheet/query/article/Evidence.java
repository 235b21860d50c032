package org.broadsheet.query.article;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Where a field of an article was found, how, and how sure that is.
public record Evidence(
        List<LineSpan> lines,
        @Schema(minimum = "0", maximum = "1", examples = "0.95") double confidence,
        @Schema(examples = "shares its words with the body") String method) {
    public Evidence {
        lines = List.copyOf(lines);
    }
}
