package org.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/// The API's promise as its users' tools see it: the document is valid, complete, and a client made
/// of it compiles and reads the document's own examples.
class ApiClientTest {
    private static final Path DOCUMENT =
            Deploy.REPOSITORY.resolve("query-service/src/main/contract/openapi.yaml");

    @Test
    void documentIsValidAndEveryOperationHasAnExample() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult read =
                new OpenAPIParser().readLocation(DOCUMENT.toString(), List.of(), options);

        assertThat(read.getMessages()).isNullOrEmpty();
        List<String> lacking = new ArrayList<>();
        for (Map.Entry<String, Operation> one : operations(read.getOpenAPI()).entrySet()) {
            Operation operation = one.getValue();
            if (operation.getSummary() == null || operation.getOperationId() == null) {
                lacking.add(one.getKey() + " summary or id");
            }
            Objects.requireNonNull(operation.getResponses().get("200"))
                    .getContent()
                    .forEach(
                            (type, media) -> {
                                if (media.getExample() == null && !type.equals("application/zip")) {
                                    lacking.add(one.getKey() + " example of " + type);
                                }
                            });
            for (Parameter parameter : parameters(read.getOpenAPI(), operation)) {
                if (parameter.getDescription() == null || !isShown(parameter)) {
                    lacking.add(one.getKey() + " parameter " + parameter.getName());
                }
            }
        }
        assertThat(lacking).isEmpty();
    }

    @Test
    void generatedClientCompilesAndReadsTheExamples(@TempDir Path folder) throws Exception {
        CodegenConfigurator configurator =
                new CodegenConfigurator()
                        .setGeneratorName("java")
                        .setLibrary("native")
                        .setInputSpec(DOCUMENT.toString())
                        .setOutputDir(folder.toString())
                        .addAdditionalProperty("invokerPackage", "org.example.client")
                        .addAdditionalProperty("apiPackage", "org.example.client.api")
                        .addAdditionalProperty("modelPackage", "org.example.client.model")
                        .addAdditionalProperty("useJakartaEe", true)
                        .addAdditionalProperty("hideGenerationTimestamp", true);
        DefaultGenerator generator = new DefaultGenerator();
        generator.setGenerateMetadata(false);
        generator.opts(configurator.toClientOptInput()).generate();

        Path classes = Files.createDirectory(folder.resolve("classes"));
        assertThat(compiled(sources(folder.resolve("src/main/java")), classes)).isEmpty();
        try (URLClassLoader loader =
                new URLClassLoader(
                        new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Object mapper =
                    loader.loadClass("org.example.client.ApiClient")
                            .getMethod("createDefaultObjectMapper")
                            .invoke(null);
            for (Map.Entry<String, String> model :
                    Map.of(
                                    "search", "SearchResult",
                                    "article", "Article",
                                    "suggest", "Suggestions",
                                    "calendar", "Calendar",
                                    "issue", "Contents",
                                    "status", "Status")
                            .entrySet()) {
                JsonNode example = example(model.getKey());
                Object read =
                        ((ObjectMapper) mapper)
                                .readerFor(
                                        loader.loadClass(
                                                "org.example.client.model." + model.getValue()))
                                .readValue(example.toString());
                JsonNode again = ((ObjectMapper) mapper).valueToTree(read);
                assertThat(withoutNulls(again)).as(model.getKey()).isEqualTo(withoutNulls(example));
            }
        }
    }

    private static JsonNode example(String operation) throws IOException {
        return new ObjectMapper()
                .readTree(
                        Deploy.REPOSITORY
                                .resolve("query-service/src/main/resources/examples")
                                .resolve(operation + ".json")
                                .toFile());
    }

    /// A client may leave out what is null.
    private static Object withoutNulls(JsonNode json) {
        if (json.isObject()) {
            Map<String, Object> fields = new java.util.TreeMap<>();
            json.properties()
                    .forEach(
                            field -> {
                                if (!field.getValue().isNull()) {
                                    fields.put(field.getKey(), withoutNulls(field.getValue()));
                                }
                            });
            return fields;
        }
        return json.isArray()
                ? json.valueStream().map(ApiClientTest::withoutNulls).toList()
                : json.asText();
    }

    /// What the compiler finds wrong.
    private static List<String> compiled(List<Path> sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of(
                            "-proc:none",
                            "-d",
                            classes.toString(),
                            "-cp",
                            System.getProperty("java.class.path"));
            compiler.getTask(
                            null,
                            files,
                            diagnostics,
                            options,
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        return diagnostics.getDiagnostics().stream()
                .filter(found -> found.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).hasSizeGreaterThan(20);
            return sources;
        }
    }

    private static Map<String, Operation> operations(OpenAPI document) {
        Map<String, Operation> operations = new java.util.TreeMap<>();
        document.getPaths().forEach((path, item) -> operations.put(path, item.getGet()));
        assertThat(operations).hasSizeGreaterThan(9);
        return operations;
    }

    /// What several operations have in common stands among the components.
    private static List<Parameter> parameters(OpenAPI document, Operation operation) {
        List<Parameter> parameters =
                operation.getParameters() == null ? List.of() : operation.getParameters();
        return parameters.stream()
                .map(
                        one ->
                                one.get$ref() == null
                                        ? one
                                        : Objects.requireNonNull(
                                                document.getComponents()
                                                        .getParameters()
                                                        .get(
                                                                one.get$ref()
                                                                        .replaceFirst(".*/", ""))))
                .toList();
    }

    private static boolean isShown(Parameter parameter) {
        return parameter.getExample() != null
                || parameter.getSchema().getEnum() != null
                || parameter.getSchema().getDefault() != null;
    }
}
