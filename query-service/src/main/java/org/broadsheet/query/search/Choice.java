package org.broadsheet.query.search;

import java.util.List;

/// What a reader has chosen of a facet.
///
/// @param only values of which an article must have one; empty for any
/// @param never values it must not have
public record Choice(List<String> only, List<String> never) {
    static final Choice NONE = new Choice(List.of(), List.of());

    public Choice {
        only = List.copyOf(only);
        never = List.copyOf(never);
    }

    boolean isEmpty() {
        return only.isEmpty() && never.isEmpty();
    }
}
