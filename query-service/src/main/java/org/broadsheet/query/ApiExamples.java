package org.broadsheet.query;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/// Completes the OpenAPI document: an answer of each operation, from the files in `examples`, and
/// an example of what leaves out from what asks for.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiExamples implements OASFilter {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Endings of the files by media type.
    private static final Map<String, String> ENDINGS =
            Map.of(
                    "application/json", ".json",
                    "application/feed+json", ".json",
                    "application/atom+xml", ".xml",
                    "application/x-ndjson", ".ndjson",
                    "application/x-bibtex", ".bib",
                    "application/x-research-info-systems", ".ris",
                    "text/csv", ".csv");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().values().forEach(ApiExamples::complete));
    }

    private static void complete(Operation operation) {
        operation
                .getResponses()
                .getAPIResponse("200")
                .getContent()
                .getMediaTypes()
                .forEach(
                        (type, media) ->
                                answer(operation.getOperationId(), type).ifPresent(media::example));
        List<Parameter> parameters =
                Optional.ofNullable(operation.getParameters()).orElse(List.of());
        for (Parameter parameter : parameters) {
            if (parameter.getName().startsWith("not-")) {
                String asked = parameter.getName().substring("not-".length());
                parameters.stream()
                        .filter(other -> other.getName().equals(asked))
                        .forEach(other -> parameter.example(other.getExample()));
            }
        }
    }

    private static Optional<Object> answer(String operation, String type) {
        String ending = ENDINGS.get(type);
        if (ending == null) {
            return Optional.empty();
        }
        String name = "examples/" + operation + ending;
        try (InputStream file =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + ": every operation has an example");
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(ending.equals(".json") ? JSON.readValue(text, Object.class) : text);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
