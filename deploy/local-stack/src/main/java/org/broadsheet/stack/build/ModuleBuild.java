package org.broadsheet.stack.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.stack.files.Folders;
import org.broadsheet.stack.server.Stack;
import org.broadsheet.stack.terminal.Bar;
import org.broadsheet.stack.terminal.Step;
import org.broadsheet.stack.terminal.Terminal;

/// Builds those modules whose sources have changed since they were last built.
public final class ModuleBuild {
    private final Stack stack;
    private final Terminal terminal;

    public ModuleBuild(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
    }

    public void run(List<Module> modules) {
        List<String> stale = modules.stream().filter(this::isStale).map(Module::name).toList();
        if (stale.isEmpty()) {
            return;
        }
        try (Step step = new Step(terminal, "build")) {
            new MavenRun(stack)
                    .run(
                            List.of(
                                    "-Dquick",
                                    "-DskipTests",
                                    "-pl",
                                    String.join(",", stale),
                                    "package"),
                            maven -> step.progress(state(maven)),
                            () -> step.progress("waiting for another Maven in this clone"));
            step.done(String.join(", ", stale));
        }
    }

    boolean isStale(Module module) {
        Path built = module.written(stack.sources());
        return !Files.exists(built) || isNewer(module.name(), Folders.modified(built));
    }

    /// Whether anything a module is made of has changed since it was built.
    boolean isNewer(String module, FileTime built) {
        Path folder = stack.sources().module(module);
        return Stream.of(
                        folder.resolve("pom.xml"),
                        folder.resolve("src/main"),
                        stack.sources().root().resolve("pom.xml"),
                        stack.sources().root().resolve(".mvn"))
                .flatMap(source -> Folders.lastChange(source).stream())
                .anyMatch(changed -> changed.compareTo(built) > 0);
    }

    private static String state(MavenProgress maven) {
        String fetched =
                maven.files() == 0
                        ? ""
                        : "   %d files, %s MB fetched"
                                .formatted(maven.files(), Bar.megabytes(maven.bytes()));
        return maven.module() + fetched;
    }
}
