package org.broadsheet.query.issue;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A newspaper of the archive.
@Schema(description = "A newspaper of the archive.")
public record Newspaper(
        @Schema(description = "Null for articles of an unknown newspaper.", nullable = true)
                @Nullable String name,
        @Schema(description = "What stands for it in addresses; - where it is unknown.") String key,
        long articles,
        @Schema(description = "Days with an issue.") long issues,
        @Schema(description = "Articles whose day is unknown.") long undated,
        @Schema(nullable = true) @Nullable LocalDate first,
        @Schema(nullable = true) @Nullable LocalDate last) {}
