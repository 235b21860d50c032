package org.broadsheet.query.article;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A person named in a byline.
///
/// @param role as printed, null where the print gives none
public record Contributor(
        @Schema(examples = "王玉琢") String name,
        @Schema(examples = "本报记者", nullable = true) @Nullable String role) {}
