package org.broadsheet.query;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/// What the OpenAPI document says beside the operations. Pages are left out of it: they are for
/// people.
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Broadsheet query-service",
                        version = "1",
                        description =
                                "Searches newspaper articles. Every failure is answered with"
                                        + " problem details (RFC 9457)."),
        components =
                @Components(
                        responses = {
                            @APIResponse(
                                    name = "BadRequest",
                                    description = "A parameter cannot be read; it is named.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.JSON,
                                                    schema =
                                                            @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "limit",
                                                                    value =
                                                                            ApiDescription
                                                                                    .BAD_REQUEST))),
                            @APIResponse(
                                    name = "NotFound",
                                    description = "No such article, or it has been withdrawn.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.JSON,
                                                    schema =
                                                            @Schema(
                                                                    implementation =
                                                                            Problem.class))),
                            @APIResponse(
                                    name = "Unavailable",
                                    description =
                                            "Elasticsearch or the index is away, or a part of it.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.JSON,
                                                    schema =
                                                            @Schema(
                                                                    implementation =
                                                                            Problem.class))),
                            @APIResponse(
                                    name = "TimedOut",
                                    description = "No whole answer within the deadline.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.JSON,
                                                    schema =
                                                            @Schema(
                                                                    implementation =
                                                                            Problem.class)))
                        }))
public class ApiDescription extends Application {
    static final String BAD_REQUEST =
            """
            {"type":"about:blank","title":"Bad Request","status":400,\
            "detail":"Give a whole number from 1 to 100.","parameter":"limit"}""";
}
