package org.broadsheet.query;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How much can be found.
@Schema(description = "How much can be found.")
public record Status(
        @Schema(description = "Articles that a search can find.", examples = "47") long documents,
        @Schema(description = "Articles that are no longer on their page.") long withdrawn) {}
