package org.broadsheet.ingest.issue;

import org.jspecify.annotations.Nullable;

/// A person named in a byline.
///
/// @param role the role as printed (本报记者, 实习生, 通讯员, 摄), null where the print gives none
public record Contributor(String name, @Nullable String role) {
    public Contributor {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a contributor has a name");
        }
    }
}
