package org.broadsheet.query;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/// Completes the OpenAPI document: every failure is a [Problem], said once and not at each of them.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemSchemas implements OASFilter {
    private static final Map<String, Problem> EXAMPLES =
            Map.of(
                    "BadRequest",
                    Problem.of(400, "Bad Request", "Give a whole number from 1 to 100.")
                            .naming("limit"),
                    "NotFound",
                    Problem.of(
                            404, "Not Found", "There is no article x, or it has been withdrawn."),
                    "TooMany",
                    Problem.of(429, "Too Many Requests", "Too many exports are running."),
                    "Unavailable",
                    Problem.of(503, "Service Unavailable", "A part of the index did not answer."),
                    "TimedOut",
                    Problem.of(504, "Gateway Timeout", "Elasticsearch did not answer in time."));

    @Override
    public void filterOpenAPI(OpenAPI document) {
        EXAMPLES.forEach(
                (name, example) -> {
                    APIResponse response =
                            Objects.requireNonNull(
                                    document.getComponents().getResponses().get(name), name);
                    response.getContent()
                            .getMediaType(Problem.JSON)
                            .schema(OASFactory.createSchema().ref("Problem"))
                            .example(fields(example));
                });
    }

    private static Map<String, Object> fields(Problem problem) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", problem.type());
        fields.put("title", problem.title());
        fields.put("status", problem.status());
        fields.put("detail", problem.detail());
        if (problem.parameter() != null) {
            fields.put("parameter", problem.parameter());
        }
        return fields;
    }
}
