package org.broadsheet.query.article;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A unit of the body in reading order, with the lines it was joined from.
public record BodyPart(Type type, String text, List<LineSpan> lines) {
    /// What a unit is in print.
    @Schema(name = "BodyPartType")
    public enum Type {
        @JsonProperty("paragraph")
        PARAGRAPH,
        @JsonProperty("subhead")
        SUBHEAD
    }

    public BodyPart {
        lines = List.copyOf(lines);
    }

    @JsonIgnore
    public boolean isSubhead() {
        return type == Type.SUBHEAD;
    }
}
