package org.broadsheet.query.article;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A run of lines of the dropped file, both ends included, counted from 1. In JSON a pair, as in
/// the event and in the index.
@Schema(
        type = SchemaType.ARRAY,
        implementation = Integer.class,
        minItems = 2,
        maxItems = 2,
        description = "First and last line in the dropped file, counted from 1, both included.",
        examples = "[14, 18]")
public record LineSpan(int first, int last) {
    public LineSpan {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("not a span of lines: " + first + ".." + last);
        }
    }

    @JsonCreator
    static LineSpan of(List<Integer> pair) {
        if (pair.size() != 2) {
            throw new IllegalArgumentException("a span is a first and a last line: " + pair);
        }
        return new LineSpan(pair.getFirst(), pair.getLast());
    }

    @JsonValue
    List<Integer> pair() {
        return List.of(first, last);
    }

    /// As people write it: 7 or 14–18.
    public String label() {
        return first == last ? Integer.toString(first) : first + "–" + last;
    }
}
