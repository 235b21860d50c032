package org.broadsheet.stack.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.broadsheet.stack.files.Folders;
import org.broadsheet.stack.process.Lock;
import org.broadsheet.stack.server.ServerVersions;
import org.broadsheet.stack.server.Stack;
import org.broadsheet.stack.terminal.Bar;
import org.broadsheet.stack.terminal.Step;
import org.broadsheet.stack.terminal.Terminal;

/// Puts PostgreSQL, Kafka and Elasticsearch, each with its version in the folder's name, where the
/// stack runs them from. Once there they are never changed, so that several stacks may share them.
public final class ServerInstall {
    private final Stack stack;
    private final Terminal terminal;
    private final Path servers;
    private final ServerVersions versions;

    public ServerInstall(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
        this.servers = stack.home().servers(stack.settings());
        this.versions = ServerVersions.of(stack.sources());
    }

    public boolean isComplete() {
        return places().keySet().stream().allMatch(Files::isDirectory);
    }

    public void run() {
        if (isComplete()) {
            return;
        }
        Platform platform = Platform.ofThisSystem();
        try (Step step = new Step(terminal, "servers");
                Lock _ =
                        Lock.take(
                                servers.resolve(".lock"),
                                () -> step.progress("another command is fetching them"))) {
            if (!isComplete()) {
                install(platform, step);
            }
            step.done("PostgreSQL, Kafka and Elasticsearch are in " + servers);
        }
    }

    private void install(Platform platform, Step step) {
        Path fresh = servers.resolve(".new");
        Folders.delete(fresh);
        new MavenRun(stack)
                .run(
                        List.of(
                                "-f",
                                stack.sources().serversPom().toString(),
                                "-Dpostgresql.platform=" + platform.artifact(),
                                "-Dservers.folder=" + fresh,
                                "generate-resources"),
                        maven -> step.progress(Bar.of(maven.bytes(), platform.downloadBytes())),
                        () -> step.progress("waiting for another Maven in this clone"));
        step.progress("unpacking");
        XzArchive.unpack(
                only(fresh.resolve("postgresql"), ".txz"),
                fresh.resolve("postgresql"),
                only(fresh.resolve("xz"), ".jar"));
        places().forEach((place, name) -> move(fresh.resolve(name), place));
        Folders.delete(fresh);
    }

    /// Where each server goes, and where the pom has put it.
    private Map<Path, String> places() {
        return Map.of(
                servers.resolve("postgresql-" + versions.postgresql()),
                "postgresql",
                servers.resolve("kafka-" + versions.kafka()),
                "kafka",
                servers.resolve("elasticsearch-" + versions.elasticsearch()),
                "elasticsearch/elasticsearch-" + versions.elasticsearch());
    }

    private static void move(Path from, Path to) {
        if (Files.isDirectory(to)) {
            return;
        }
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot rename " + from + " to " + to, e);
        }
    }

    private static Path only(Path folder, String ending) {
        return Folders.everythingIn(folder).stream()
                .filter(file -> file.toString().endsWith(ending))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("no " + ending + " file in " + folder));
    }
}
