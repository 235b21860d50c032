package org.broadsheet.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What went wrong, as RFC 9457 has it.
///
/// @param parameter the parameter at fault, where it is one's fault
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What went wrong (RFC 9457).")
public record Problem(
        @Schema(examples = "about:blank") String type,
        @Schema(examples = "Bad Request") String title,
        @Schema(examples = "400") int status,
        @Schema(examples = "Give a whole number from 1 to 100.") String detail,
        @Schema(description = "The parameter at fault.", examples = "limit")
                @Nullable String parameter) {
    /// The media type of a problem.
    static final String JSON = "application/problem+json";

    static Problem of(int status, String title, String detail) {
        return new Problem("about:blank", title, status, detail, null);
    }

    Problem naming(String name) {
        return new Problem(type, title, status, detail, name);
    }
}
