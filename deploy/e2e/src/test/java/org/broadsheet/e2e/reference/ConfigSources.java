package org.broadsheet.e2e.reference;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Reads the settings out of the interfaces annotated with `@ConfigMapping`: name, type, default,
/// and what their comment says.
final class ConfigSources {
    private static final Map<String, String> TYPES =
            Map.of(
                    "Duration", "duration",
                    "MemorySize", "size",
                    "int", "number",
                    "long", "number",
                    "Integer", "number",
                    "Short", "number",
                    "double", "number",
                    "boolean", "true or false",
                    "Path", "path",
                    "URI", "address");

    private ConfigSources() {}

    /// @param service folder of a service
    static List<ConfigKey> keys(Path service) throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(service.resolve("src/main/java"))) {
            sources =
                    files.filter(f -> f.toString().endsWith(".java"))
                            .filter(ConfigSources::isOne)
                            .toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    manager,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    manager.getJavaFileObjectsFromPaths(sources));
            Reader reader = new Reader(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                reader.scan(unit, null);
            }
            Properties set = settings(service);
            return reader.keys.stream()
                    .map(key -> key.orSetTo(set.getProperty(key.name())))
                    .sorted(Comparator.comparing(ConfigKey::name))
                    .toList();
        }
    }

    private static Properties settings(Path service) throws IOException {
        Properties settings = new Properties();
        try (var file =
                Files.newBufferedReader(
                        service.resolve("src/main/resources/application.properties"))) {
            settings.load(file);
        }
        return settings;
    }

    private static boolean isOne(Path source) {
        try {
            return Files.readString(source).contains("@ConfigMapping(");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final DocTrees docs;
        private final List<ConfigKey> keys = new ArrayList<>();
        private String prefix = "";

        Reader(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            value(type.getModifiers(), "ConfigMapping", "prefix").ifPresent(p -> prefix = p);
            return super.visitClass(type, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            String type = String.valueOf(method.getReturnType());
            boolean isOptional = type.startsWith("Optional");
            if (!method.getModifiers().getFlags().isEmpty()) {
                return null;
            }
            String comment = docs.getDocComment(getCurrentPath());
            keys.add(
                    new ConfigKey(
                            prefix + "." + kebab(method.getName().toString()),
                            type(type),
                            value(method.getModifiers(), "WithDefault", "value").orElse(""),
                            isOptional,
                            comment == null ? "" : comment.strip().replaceAll("\\s+", " ")));
            return null;
        }

        private static String type(String source) {
            String of = source.replaceFirst("^Optional<(.*)>$", "$1");
            if (of.startsWith("List<") || of.startsWith("Set<")) {
                return "list, by commas";
            }
            return TYPES.getOrDefault(of, of.equals("Format") ? "word" : "text");
        }

        private static String kebab(String name) {
            return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        }

        private static Optional<String> value(
                ModifiersTree modifiers, String annotation, String attribute) {
            return modifiers.getAnnotations().stream()
                    .filter(a -> a.getAnnotationType().toString().equals(annotation))
                    .flatMap(a -> values(a, attribute))
                    .findFirst();
        }

        private static Stream<String> values(AnnotationTree annotation, String attribute) {
            return annotation.getArguments().stream()
                    .filter(argument -> name(argument).equals(attribute))
                    .map(
                            argument ->
                                    argument instanceof AssignmentTree a
                                            ? a.getExpression()
                                            : argument)
                    .map(value -> ((LiteralTree) value).getValue().toString());
        }

        private static String name(ExpressionTree argument) {
            return argument instanceof AssignmentTree a ? a.getVariable().toString() : "value";
        }
    }
}
