package org.broadsheet.query;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/// Says a parameter once in the OpenAPI document that several operations have in common. Comes
/// last: the other filters look at the parameters themselves.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 0)
public class SharedParameters implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI document) {
        List<Operation> operations =
                document.getPaths().getPathItems().values().stream()
                        .flatMap(path -> path.getOperations().values().stream())
                        .toList();
        Map<String, Parameter> shared = new LinkedHashMap<>();
        operations.stream()
                .flatMap(operation -> parameters(operation).stream())
                .filter(one -> operations.stream().filter(o -> has(o, one)).count() > 1)
                .forEach(one -> shared.putIfAbsent(one.getName(), one));
        shared.forEach(document.getComponents()::addParameter);
        operations.stream()
                .filter(operation -> operation.getParameters() != null)
                .forEach(
                        operation ->
                                operation.setParameters(
                                        parameters(operation).stream()
                                                .map(one -> said(shared, one))
                                                .toList()));
    }

    private static List<Parameter> parameters(Operation operation) {
        return Optional.ofNullable(operation.getParameters()).orElse(List.of());
    }

    private static boolean has(Operation operation, Parameter parameter) {
        return parameters(operation).stream().anyMatch(other -> isSame(parameter, other));
    }

    private static Parameter said(Map<String, Parameter> shared, Parameter parameter) {
        Parameter once = shared.get(parameter.getName());
        return once != null && isSame(once, parameter)
                ? OASFactory.createParameter().ref(parameter.getName())
                : parameter;
    }

    /// The same name, place and meaning.
    private static boolean isSame(Parameter one, Parameter other) {
        return one.getName().equals(other.getName())
                && one.getIn() == other.getIn()
                && Objects.equals(one.getDescription(), other.getDescription());
    }
}
