package org.broadsheet.stack.build;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.stack.Problem;
import org.broadsheet.stack.files.Folders;
import org.broadsheet.stack.server.Stack;
import org.broadsheet.stack.terminal.Step;
import org.broadsheet.stack.terminal.Terminal;

/// The compiled parser of ingest-service, with the jars it needs, run inside this process.
public final class ParserClasses {
    private static final String MODULE = "ingest-service";
    private static final String MAIN = "org.broadsheet.ingest.cli.ParseCommand";

    private final Stack stack;
    private final Path classes;
    private final Path classPath;

    public ParserClasses(Stack stack) {
        this.stack = stack;
        Path target = stack.sources().module(MODULE).resolve("target");
        this.classes = target.resolve("classes");
        this.classPath = target.resolve("parse.classpath");
    }

    /// Progress goes to `terminal`, which must not be standard output: that belongs to the parser.
    public void compileIfChanged(Terminal terminal) {
        if (Files.exists(classPath) && !new ModuleBuild(stack, terminal).isNewer(MODULE, built())) {
            return;
        }
        FileTime started = FileTime.from(Instant.now());
        try (Step step = new Step(terminal, "compiling the parser")) {
            new MavenRun(stack)
                    .run(
                            List.of("-Dquick", "-pl", MODULE, "compile"),
                            maven -> step.progress(maven.module()),
                            () -> step.progress("waiting for another Maven in this clone"));
            // Maven leaves the file alone when nothing changes in it.
            Files.setLastModifiedTime(classPath, started);
            step.done("");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + classPath, e);
        }
    }

    private FileTime built() {
        FileTime listed = Folders.modified(classPath);
        return Folders.lastChange(classes)
                .filter(compiled -> compiled.compareTo(listed) > 0)
                .orElse(listed);
    }

    public int run(List<String> arguments) {
        // Not closed: the parser may load classes until the process ends.
        URLClassLoader loader = new URLClassLoader(urls(), ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        try {
            Method main = loader.loadClass(MAIN).getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) arguments.toArray(String[]::new));
            return 0;
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the parser failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new Problem(
                    MAIN + " cannot be run from " + classes + " (" + e + ").",
                    "Build it anew: mvn -Dquick -pl " + MODULE + " clean compile");
        }
    }

    private URL[] urls() {
        List<URL> urls = new ArrayList<>();
        try {
            urls.add(classes.toUri().toURL());
            for (String jar : Files.readString(classPath).strip().split(File.pathSeparator, -1)) {
                urls.add(Path.of(jar).toUri().toURL());
            }
        } catch (MalformedURLException e) {
            throw new IllegalStateException("every path is a URL", e);
        } catch (IOException e) {
            throw new Problem(
                    "Cannot read the class path of the parser (" + e + ").",
                    "Build it anew: mvn -Dquick -pl " + MODULE + " clean compile");
        }
        return urls.toArray(URL[]::new);
    }
}
