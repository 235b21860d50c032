package org.broadsheet.query;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/// What the OpenAPI document says beside the operations. Pages are left out of it: they are for
/// people.
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Broadsheet",
                        version = "1",
                        description =
                                "Searches newspaper articles. Every failure is answered with"
                                        + " problem details (RFC 9457)."),
        components =
                @Components(
                        schemas = @Schema(name = "Problem", implementation = Problem.class),
                        responses = {
                            @APIResponse(
                                    name = "BadRequest",
                                    description = "A parameter cannot be read; it is named.",
                                    content = @Content(mediaType = Problem.JSON)),
                            @APIResponse(
                                    name = "NotFound",
                                    description = "No such article or issue, or it is withdrawn.",
                                    content = @Content(mediaType = Problem.JSON)),
                            @APIResponse(
                                    name = "TooMany",
                                    description = "Too much at the same time: see Retry-After.",
                                    content = @Content(mediaType = Problem.JSON)),
                            @APIResponse(
                                    name = "Unavailable",
                                    description =
                                            "Elasticsearch or the index is away, or a part of it.",
                                    content = @Content(mediaType = Problem.JSON)),
                            @APIResponse(
                                    name = "TimedOut",
                                    description = "No whole answer within the deadline.",
                                    content = @Content(mediaType = Problem.JSON))
                        }))
public class ApiDescription extends Application {}
