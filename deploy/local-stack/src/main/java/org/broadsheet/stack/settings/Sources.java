package org.broadsheet.stack.settings;

import java.nio.file.Path;

/// The clone of the repository the command was called from.
public record Sources(Path root) {

    public static Sources ofThisProcess() {
        return new Sources(Path.of(System.getProperty("broadsheet.clone", ".")).toAbsolutePath());
    }

    public Path module(String name) {
        return root.resolve(name);
    }

    public Path seeds() {
        return root.resolve("seeds");
    }

    public Path serversPom() {
        return root.resolve("deploy/local-stack/servers/pom.xml");
    }

    /// Held by whoever runs Maven in this clone.
    public Path mavenLock() {
        return root.resolve("deploy/local-stack/target/maven.lock");
    }

    /// How a command of this clone is typed, for hints.
    public String command(String name) {
        Path absolute = root.resolve("deploy").resolve(name);
        Path here = Path.of("").toAbsolutePath();
        if (!absolute.startsWith(here)) {
            return absolute.toString();
        }
        Path relative = here.relativize(absolute);
        return relative.getNameCount() == 1 ? "./" + relative : relative.toString();
    }
}
